package upsampling.cli.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StudentTreeTest {
    private static final String PARENT = """
        <project>
          <modules>
            <module>lib</module>
            <module>solutions</module>
          </modules>
          <dependencies>
            <!-- kept -->
            <dependency><groupId>upsampling</groupId><artifactId>upsampling-lib</artifactId></dependency>
            <dependency>
              <groupId>upsampling</groupId><artifactId>upsampling-solutions</artifactId>
            </dependency>
          </dependencies>
          <profiles>
            <profile>
              <!-- only there -->
              <id>gate</id>
              <modules>
                <module>solutions</module>
              </modules>
            </profile>
          </profiles>
        </project>
        """;
    private static final String README = """
        # Title

            ./course lab
            ./course hunt 1.2      # gone
            ./course check 1

        | `lib/` | stays |
        | `solutions/` | gone |

        <!-- teacher's course only -->
        See [how](solutions/README.md).
        <!-- end of that -->

        The [library](lib/pom.xml) and a [far page](https://example.org/none.md).
        """;

    private static Released file(String path, String text) {
        return new Released(path, false, new byte[0]).withText(text);
    }

    private static List<Released> course(Released... more) {
        List<Released> files = new ArrayList<>(List.of(file(".gitignore", "target/\nwork/\n"), file("pom.xml", PARENT), file("README.md", README),
            file("lib/pom.xml", "<project/>"), file("solutions/pom.xml", "<project/>"), file("solutions/README.md", "")));
        for (Released file : more) {
            files.removeIf(other -> other.path().equals(file.path()));
            files.add(file);
        }
        return files;
    }

    private static List<Released> release(Released... more) {
        return StudentTree.of(course(more), List.of("solutions/** | the answers"));
    }

    private static String text(List<Released> files, String path) {
        return files.stream().filter(file -> file.path().equals(path)).findFirst().orElseThrow().text();
    }

    private static String refused(List<String> leftOut, Released... more) {
        return assertThrows(Refused.class, () -> StudentTree.of(course(more), leftOut)).getMessage();
    }

    @Test
    void theFilesAreSortedAndWithoutWhatIsLeftOut() {
        assertEquals(List.of(".gitignore", "README.md", "lib/pom.xml", "pom.xml", "work/answers/README.md"), release().stream().map(Released::path).toList());
    }

    @Test
    void theParentNamesNoModuleThatIsMissing() {
        assertEquals("""
            <project>
              <modules>
                <module>lib</module>
              </modules>
              <dependencies>
                <!-- kept -->
                <dependency><groupId>upsampling</groupId><artifactId>upsampling-lib</artifactId></dependency>
              </dependencies>
            </project>
            """, text(release(), "pom.xml"));
    }

    @Test
    void aModuleThatNeedsAMissingOneWouldBeRefused() {
        String needs = "<project><build><plugins><plugin><artifactId>upsampling-solutions</artifactId></plugin></plugins></build></project>";
        assertEquals("lib/pom.xml of the release would need upsampling-solutions, which is left out", refused(List.of("solutions/** | the answers"), file("lib/pom.xml", needs)));
        assertTrue(refused(List.of("solutions/** | the answers"), file("lib/pom.xml", "<project>")).startsWith("lib/pom.xml of the release would be no XML"));
    }

    @Test
    void aDependencyOnAMissingModuleGoesAlsoFromTheOtherModules() {
        String needs = "<project><dependencies><dependency><artifactId>upsampling-solutions</artifactId></dependency></dependencies></project>";
        assertEquals("<project></project>", text(release(file("lib/pom.xml", needs)), "lib/pom.xml"));
    }

    @Test
    void aProfileThatIsThereForAMissingModuleGoes() {
        String profiles = """
            <project>
              <profiles>
                <profile>
                  <!-- with right answers -->
                  <id>teacher</id>
                  <activation><file><exists>${basedir}/../solutions/pom.xml</exists></file></activation>
                  <dependencies>
                    <dependency><groupId>upsampling</groupId><artifactId>upsampling-solutions</artifactId><scope>runtime</scope></dependency>
                  </dependencies>
                </profile>
                <profile>
                  <id>other</id>
                  <modules><module>lib</module></modules>
                </profile>
              </profiles>
            </project>
            """;
        String released = text(release(file("lib/pom.xml", profiles)), "lib/pom.xml");
        assertFalse(released.contains("teacher") || released.contains("solutions"), released);
        assertTrue(released.contains("<id>other</id>\n      <modules><module>lib</module></modules>"), released);
    }

    @Test
    void theReadmeNamesNothingOfTheTeacher() {
        String text = text(release(), "README.md");
        assertTrue(text.startsWith("# Title\n\n*This is the students' copy of the course"), text);
        assertTrue(text.endsWith("""
                ./course lab
                ./course check 1

            | `lib/` | stays |

            The [library](lib/pom.xml) and a [far page](https://example.org/none.md).
            """), text);
    }

    @Test
    void rowsOfALessonsTableGo() {
        String lesson = """
            {"cells": [{"source": [
                "| `./course check 1` | grades |\\n",
                "| `./course solution 1.2` | prints |\\n",
                "the end"
            ]}]}
            """;
        assertEquals(lesson.replace("    \"| `./course solution 1.2` | prints |\\n\",\n", ""), text(release(file("notebooks/00.ipynb", lesson)), "notebooks/00.ipynb"));
    }

    @Test
    void aLinkToWhatIsLeftOutIsRefusedByName() {
        assertTrue(refused(List.of("solutions/** | the answers"), file("docs/a.md", "see [there](../solutions/README.md)"))
            .contains("lead nowhere: docs/a.md -> ../solutions/README.md. Put what links there between the lines"));
    }

    @Test
    void marksThatDoNotMatchAreRefused() {
        List<String> leftOut = List.of("solutions/** | the answers");
        assertTrue(refused(leftOut, file("docs/a.md", Pages.BEGIN + "\n")).contains("has no line"));
        assertTrue(refused(leftOut, file("docs/a.md", Pages.END + "\n")).contains("none is open"));
        assertTrue(refused(leftOut, file("docs/a.md", Pages.BEGIN + "\n" + Pages.BEGIN + "\n")).contains("one is open already"));
    }

    @Test
    void answersAreTrackedAndTheRestOfWorkIsNot() {
        assertEquals("target/\nwork/*\n!work/answers/\n", text(release(), ".gitignore"));
        assertTrue(refused(List.of("solutions/** | the answers"), file(".gitignore", "target/\n")).contains("no line \"work/\""));
    }

    @Test
    void whatIsLeftOutHasAReasonAndExists() {
        assertTrue(refused(List.of("solutions/**")).contains("needs a reason behind a bar: solutions/**"));
        assertTrue(refused(List.of("solutions/** | ")).contains("needs a reason"));
        assertTrue(refused(List.of("solutions/** | x", "bench/** | x")).contains("fits no file, or none that is still there: bench/** | x"));
    }

    @Test
    void aTestOfWhatIsLeftOutIsLeftOutToo() {
        List<String> leftOut = List.of("solutions/** | the answers");
        Released test = file("lib/src/test/java/ATest.java", "class ATest { Path answers = Path.of(\"../solutions/pom.xml\"); Path all = Path.of(\"../lib\"); }\n");
        assertTrue(refused(leftOut, test).contains("lib/src/test/java/ATest.java reads ../solutions/pom.xml, which is left out"));
        assertTrue(refused(leftOut, file(test.path(), test.text().replace("/pom.xml", ""))).contains("reads ../solutions, which is left out"));
        assertTrue(release(file(test.path(), test.text().replace("../solutions/pom.xml", "../nowhere"))).stream().anyMatch(kept -> kept.path().equals(test.path())));
    }

    @Test
    void otherFilesStayAsTheyAre() {
        Released tool = new Released("lib/run", true, new byte[] {1, 0, 2});
        assertTrue(release(tool).contains(tool));
        assertFalse(tool.isText());
    }
}
