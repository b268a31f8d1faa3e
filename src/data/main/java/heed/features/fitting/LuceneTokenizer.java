package heed.features.fitting;

import heed.features.Tokenizer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.util.StringHelper;

/** The words of a text in lower case, cut as Unicode says (UAX 29), no word left out. */
public final class LuceneTokenizer implements Tokenizer {

  /** Safe to share between threads, as its documentation promises. */
  private static final Analyzer ANALYZER = new StandardAnalyzer();

  @Override
  public List<String> words(String text) {
    List<String> words = new ArrayList<>();
    try (TokenStream stream = ANALYZER.tokenStream("", text)) {
      CharTermAttribute word = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        words.add(word.toString());
      }
      stream.end();
    } catch (IOException failed) {
      throw new UncheckedIOException("could not cut a text into words", failed);
    }
    return words;
  }

  @Override
  public int hash(byte[] bytes, int seed) {
    return StringHelper.murmurhash3_x86_32(bytes, 0, bytes.length, seed);
  }
}
