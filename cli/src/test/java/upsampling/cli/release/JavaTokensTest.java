package upsampling.cli.release;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import upsampling.cli.release.JavaTokens.Comments;
import upsampling.cli.release.JavaTokens.Token;

class JavaTokensTest {

    private static String tokens(String text, Comments comments) {
        return String.join(" ", JavaTokens.of(text, comments).stream().map(Token::text).toList());
    }

    private static String tokens(String text) {
        return tokens(text, Comments.SKIPPED);
    }

    @Test
    void identifiersNumbersAndOperatorsAreOneTokenEach() {
        assertEquals("sum += ( double ) a_1 [ i ++ ] * 1e-3f - 0x1p-2 / 1_000L ;", tokens("sum+=(double)a_1[i++]*1e-3f-0x1p-2/1_000L;"));
        assertEquals("f ( x -> x :: y , int ... z ) && a != b || c <= .5", tokens("f(x->x::y,int...z)&&a!=b||c<=.5").replace(". 5", ".5"));
        assertEquals("for ( int größe = 0 ; größe < 2 ; )", tokens("for (int größe = 0; größe < 2;)"));
    }

    @Test
    void closingBracketsOfGenericTypesAreTokensOfTheirOwn() {
        assertEquals("Map < A , List < B > > m", tokens("Map<A, List<B>> m"));
        assertEquals("n > > > 1", tokens("n >>> 1"));
    }

    @Test
    void importAndPackageLinesAreNoTokens() {
        assertEquals("class A { }", tokens("package a.b;\n\nimport a.B;\n  import static a.B.*;\nclass A { }"));
        assertEquals("the import of rice ; grows", tokens("the import of rice; grows"));
    }

    @Test
    void aCommentIsSkippedOrRead() {
        String text = "a(); // b();\n/* c();\n * d(); */ e(); /// f();";
        assertEquals("a ( ) ; e ( ) ;", tokens(text));
        assertEquals("a ( ) ; b ( ) ; c ( ) ; d ( ) ; e ( ) ; f ( ) ;", tokens(text, Comments.READ));
    }

    @Test
    void whatAStringHoldsIsReadLikeTheRest() {
        assertEquals("s = \" int a = 1 ; \" ;", tokens("s = \"int a =\\n 1;\";"));
        assertEquals("s = \" f ( \" x \" ) \" ;", tokens("s = \"f(\\\"x\\\")\";"));
        assertEquals("\" int a ; \"", tokens("\"\"\"\n  int a;\n  \"\"\""));
    }

    @Test
    void proseWithAnApostropheOrAnOpenQuoteHidesNothing() {
        assertEquals("it ' s \" 5 in . f ( ) ;", tokens("it's \"5 in.\nf();"));
    }

    @Test
    void everyTokenKnowsItsLine() {
        var tokens = JavaTokens.of("a\n\n/* x\n y */ b\r\n  // z\nc", Comments.SKIPPED);
        assertEquals("[Token[text=a, line=1, at=0], Token[text=b, line=4, at=14], Token[text=c, line=6, at=24]]", tokens.toString());
    }
}
