package dev.zoomkit.generated;

import java.util.List;
import java.util.Map;

/** What nobody in their right mind sends, and what looks like it but is right. */
final class Oddities {
  private static final String LOAF = "\ud83c\udf5e";

  /** Where a text is taken. */
  static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "x",
          "0",
          "-1",
          "-0",
          "+5",
          "007",
          "1.0",
          "1e2",
          "0x10",
          "1e999",
          "\u0663\u0660",
          "\uff11",
          "2147483648",
          "9223372036854775807",
          "9223372036854775808",
          "-9223372036854775809",
          "true",
          "TRUE",
          "null",
          "2026-02-30",
          "2026-2-3",
          "\u0662\u0660\u0662\u0666-01-01",
          "2023-02-29T10:00:00Z",
          "2026-01-01T25:00:00Z",
          "+999999999-12-31T00:00:00Z",
          "\u0000",
          "\u0001\u001f\u007f\u0085\u2028",
          "\ud800",
          "\udc00x",
          "\u202e\u05d0\u05d1\u200f",
          LOAF,
          "\ufeffx",
          "' OR 1=1; DROP TABLE users; --",
          "<script>alert(1)</script>&amp;",
          "../../../etc/passwd",
          "..",
          ".",
          "%00",
          "%zz",
          "%2e%2e%2f",
          "a/b",
          "//a",
          "a?b#c",
          "{userId}",
          "${jndi:ldap://x}",
          "a,b,,c",
          ",",
          "[]",
          "nobody@acme.example",
          "a..b@acme.example",
          "a@b",
          "a b@acme.example",
          "a@b@acme.example",
          "\u00e4@acme.example",
          "\u0000@acme.example",
          "a@-acme.example",
          "Europe/Berlin",
          "Mars/Olympus",
          "x".repeat(257),
          LOAF.repeat(300),
          "9".repeat(2000),
          "x".repeat(5000));

  /** Where a value of JSON is taken; not all of them are JSON. */
  static final List<String> TOKENS =
      List.of(
          "-0",
          "1.0",
          "-0.0",
          "1e2",
          "1.5",
          "1e999",
          "-1e999",
          "1e-999",
          "1E1000000000",
          "01",
          "+1",
          ".5",
          "0x10",
          "NaN",
          "Infinity",
          "nul",
          "'x'",
          "123456789012345678901234567890",
          "9".repeat(1500),
          "{\"a\":1,\"a\":2}",
          "\"\\ud800\"",
          "\"\\udc00\\ud800\"",
          "\"\\u0000\"",
          "\"\\x\"",
          "\"tab\there\"",
          "[".repeat(200) + "]".repeat(200),
          "[".repeat(2000) + "]".repeat(2000),
          "[1,]",
          "/* */ 1");

  /** Where a format is asked for, beginning with one that keeps to it. */
  static final Map<String, List<String>> FORMATS =
      Map.of(
          "date",
          List.of(
              "2026-11-01", "2024-02-29", "2023-02-29", "2026-02-30", "2026-13-01", "0000-00-00"),
          "date-time",
          List.of(
              "2027-03-25T11:30:00Z",
              "2027-03-25T11:30:00",
              "2027-03-25T11:30:00+02:00",
              "2027-03-25T11:30:00.123456789Z",
              "2027-03-25t11:30:00z",
              "2027-03-25 11:30:00Z",
              "2027-03-25T11:30Z",
              "2016-12-31T23:59:60Z",
              "2027-02-30T11:30:00Z",
              "2027-03-25T24:00:00Z",
              "\u0662\u0660\u0662\u0667-03-25T11:30:00Z"),
          "email",
          List.of(
              "jill@acme.example", "jill+x@zoomkit.test", "jill", "@", "a@", "a@b..c", "a.@b.c"),
          "uri",
          List.of(
              "https://acme.example/a?b=c", "acme", "https://[", "urn:x", "https://a b", "//x"));

  /** Behind the question mark, as they are. */
  static final List<String> QUERIES =
      List.of(
          "nothing=1",
          "nothing",
          "=",
          "=1",
          "&&",
          "a=%zz",
          "%zz=1",
          "a=%",
          "a=%4",
          "a=%ff",
          "a=%00",
          "page_size",
          "%70age_size=30",
          "page_size=%33%30",
          "page%5Fsize=30",
          "PAGE_SIZE=30",
          "a=b=c",
          "a;b",
          "from=2026-11-20&to=2026-11-01",
          "from=2020-01-01&to=2026-11-01");

  /** Between two slashes, as they are. */
  static final List<String> SEGMENTS =
      List.of(
          "%zz",
          "%", "%4", "%ff", "%00", "%2e%2e", "..", ".", "%25zz", "%252F", "%2F", "a+b", ";a=b");

  /** As Content-Type of JSON. */
  static final List<String> TYPES =
      List.of(
          "application/json; charset=utf-8",
          "APPLICATION/JSON",
          "application/json;charset=\"UTF-8\"",
          "application/json; charset=ISO-8859-1",
          "application/json; charset=utf-16",
          "application/json; charset=klingon",
          "application/json; charset=",
          "application/json; boundary=x",
          "application/jsonp",
          "application/xml",
          "text/plain",
          "text/json",
          "application/x-www-form-urlencoded",
          "multipart/form-data; boundary=x",
          "multipart/form-data",
          "json",
          "",
          ";",
          "*/*");

  private Oddities() {}
}
