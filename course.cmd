@echo off
rem Finds a JDK 25, builds what is stale, and hands over to the command line in Java (cli\). Try: course --help
setlocal EnableExtensions
set "home=%~dp0"
set "home=%home:~0,-1%"
set "app=%home%\.course\app"
call :jdk "%JAVA_HOME%" || for /f "delims=" %%j in ('where java 2^>nul') do if not defined jdk call :jdk "%%~dpj.."
if not defined jdk for /d %%d in ("%ProgramFiles%\Eclipse Adoptium\jdk-25*" "%ProgramFiles%\Java\jdk-25*" "%ProgramFiles%\Microsoft\jdk-25*" "%USERPROFILE%\.jdks\*25*") do if not defined jdk call :jdk "%%~d"
if not defined jdk (
  echo course: JDK 25 is missing: install Temurin 25 ^(or any JDK 25^) and set JAVA_HOME to it, or put it on the PATH. 1>&2
  exit /b 20
)
set "JAVA_HOME=%jdk%"
call :stale && (call :build || exit /b 20)
"%JAVA_HOME%\bin\java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData -Djava.awt.headless=true "-Dcourse.home=%home%" -jar "%app%\course.jar" %*
exit /b %ERRORLEVEL%

:jdk
if "%~1"=="" exit /b 1
if not exist "%~1\bin\javac.exe" exit /b 1
findstr /b /c:"JAVA_VERSION=\"25" "%~1\release" >nul 2>&1 || exit /b 1
set "jdk=%~f1"
exit /b 0

:stale
if not exist "%app%\stamp" exit /b 0
call :other && exit /b 0
powershell -NoProfile -Command "$t=(Get-Item '%app%\stamp').LastWriteTime; $n=Get-ChildItem '%home%\*\src\main','%home%\pom.xml','%home%\*\pom.xml' -Recurse | Where-Object LastWriteTime -gt $t | Select-Object -First 1; exit [int]($null -eq $n)"
exit /b %ERRORLEVEL%

:other
rem A students' copy unzipped over an older one: its files may be older than the last build.
if not exist "%home%\.release" exit /b 1
fc /b "%home%\.release" "%app%\release" >nul 2>&1 && exit /b 1
exit /b 0

:build
where mvn >nul 2>&1 || (
  echo course: Maven is missing: install Maven 3.8 or newer and run this again. 1>&2
  exit /b 20
)
call :other && for /d %%m in ("%home%\*") do if exist "%%~m\target" rmdir /s /q "%%~m\target"
echo course: building ^(the first time, with downloads, a few minutes^) ... 1>&2
pushd "%home%"
call mvn -q -B -DskipTests package || (popd & exit /b 20)
popd
if exist "%app%" rmdir /s /q "%app%"
mkdir "%app%\jars" || exit /b 20
copy /y "%home%\cli\target\course.jar" "%app%" >nul || exit /b 20
copy /y "%home%\kernel\target\kernel.jar" "%app%" >nul || exit /b 20
copy /y "%home%\cli\target\jars\*.jar" "%app%\jars" >nul || exit /b 20
if exist "%home%\.release" copy /y "%home%\.release" "%app%\release" >nul
echo built>"%app%\stamp"
exit /b 0
