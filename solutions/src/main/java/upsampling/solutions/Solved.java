package upsampling.solutions;

import java.util.List;

import upsampling.solutions.lesson01.Lesson01;
import upsampling.solutions.lesson02.Lesson02;
import upsampling.solutions.lesson03.Lesson03;
import upsampling.solutions.lesson04.Lesson04;
import upsampling.solutions.lesson05.Lesson05;
import upsampling.solutions.lesson06.Lesson06;
import upsampling.solutions.lesson07.Lesson07;
import upsampling.solutions.lesson08.Lesson08;
import upsampling.solutions.lesson09.Lesson09;

/// Everything the gate needs to know of one lesson.
///
/// @param lesson the interface
/// @param references correct answers, the reference solution first; together with each alternative they answer every task
/// @param wrong the known-wrong answers, in the order of the misconception table
/// @param hiddenTests the tests that draw their inputs from a seed
public record Solved(Class<?> lesson, List<Class<?>> references, List<Class<?>> wrong, List<Class<?>> hiddenTests) {
    /// Every lesson that has tasks.
    public static List<Solved> all() {
        return List.of(Lesson01.SOLVED, Lesson02.SOLVED, Lesson03.SOLVED, Lesson04.SOLVED, Lesson05.SOLVED, Lesson06.SOLVED, Lesson07.SOLVED,
            Lesson08.SOLVED, Lesson09.SOLVED);
    }
}
