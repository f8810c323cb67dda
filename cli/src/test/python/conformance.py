"""Jupyter's own tests of a kernel (jupyter_kernel_test) with Java samples: conformance.py

Prints one JSON line for each test: {"name", "outcome": "passed" | "failed" | "skipped", "message"}. The kernel is the spec named "java" on JUPYTER_PATH.
"""
import json
import sys
import unittest

import jupyter_kernel_test


class JavaKernelTests(jupyter_kernel_test.KernelTests):
    kernel_name = "java"
    language_name = "Java"
    file_extension = ".jshell"

    code_hello_world = 'System.out.println("hello, world");'
    code_stderr = 'System.err.println("careful");'
    code_generate_error = 'throw new IllegalStateException("on purpose");'
    code_clear_output = 'System.out.println("gone");\nupsampling.kernel.eval.CurrentCell.clear(false);'
    code_inspect_sample = "Math.max"

    completion_samples = [
        {"text": "Math.cop", "matches": ["copySign("]},
        {"text": "new StringBuilder().rever", "matches": ["reverse()"]},
        {"text": "import java.util.regex.Mat", "matches": ["MatchResult", "Matcher"]},
    ]
    complete_code_samples = ["1 + 1", "int a = 1;", "int twice(int n) { return 2 * n; }", "import java.util.*;", ""]
    incomplete_code_samples = ["int f(int n) {", "for (int i = 0; i < 3; i++) {", "List.of(1,"]
    invalid_code_samples = ["int = = 3;", "1 ++ ++ 2)"]

    # the history search below must find one text three times, once in each of the three questions
    code_execute_result = [
        {"code": "6 * 7", "result": "42"},
        {"code": '"up" + "sampling"', "result": "upsampling"},
        {"code": "List.of(1, 2)", "result": "[1, 2]"},
    ]
    code_display_data = [
        {"code": "upsampling.show.Show.show(new double[][] {{1, 2}, {3, 4}});", "mime": "text/html"},
        {"code": "upsampling.show.Show.show(upsampling.tensor.Tensor.image(new double[][] {{1, 2}}));", "mime": "text/plain"},
    ]
    code_history_pattern = "6 ?*7"
    supported_history_operations = ("tail", "range", "search")


class Outcomes(unittest.TestResult):
    """Keeps the worst outcome of every test, its subtests included (a skipped subtest is a skipped test)."""

    def __init__(self):
        super().__init__()
        self.of = {}

    def note(self, test, outcome, message=""):
        name = getattr(test, "test_case", test).id().rsplit(".", 1)[-1]
        order = ["passed", "skipped", "failed"]
        if name not in self.of or order.index(outcome) > order.index(self.of[name][0]):
            self.of[name] = (outcome, message)

    def addSuccess(self, test):
        self.note(test, "passed")

    def addSkip(self, test, reason):
        self.note(test, "skipped", reason)

    def addFailure(self, test, err):
        self.note(test, "failed", self._exc_info_to_string(err, test))

    def addError(self, test, err):
        self.note(test, "failed", self._exc_info_to_string(err, test))

    def addSubTest(self, test, subtest, err):
        if err is not None:
            self.note(test, "failed", str(subtest) + ": " + self._exc_info_to_string(err, test))


def main() -> int:
    outcomes = Outcomes()
    unittest.defaultTestLoader.loadTestsFromTestCase(JavaKernelTests).run(outcomes)
    for name, (outcome, message) in sorted(outcomes.of.items()):
        print(json.dumps({"name": name, "outcome": outcome, "message": message}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
