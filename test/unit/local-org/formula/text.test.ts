import { describe, expect, it } from 'vitest';

import { evaluate } from './formula-under-test.ts';

describe('text functions', () => {
  it.each([
    ['LEFT("Salesforce", 5)', 'Sales'],
    ['LEFT("ab", 5)', 'ab'],
    ['LEFT("ab", -1)', null],
    ['RIGHT("Salesforce", 5)', 'force'],
    ['RIGHT("ab", 0)', null],
    ['MID("Salesforce", 6, 3)', 'for'],
    ['MID("abc", 0, 2)', 'ab'],
    ['MID("abc", 9, 2)', null],
    ['LEN("招标")', 2],
    ['FIND("s", "Sales")', 5],
    ['FIND("a", "banana", 3)', 4],
    ['FIND("x", "banana")', 0],
    ['BEGINS("Deal", "De")', true],
    ['BEGINS("Deal", "de")', false],
    ['CONTAINS("Deal", "ea")', true],
    ['SUBSTITUTE("a-b-c", "-", "+")', 'a+b+c'],
    ['SUBSTITUTE("a-b", "-", "")', 'ab'],
    ['SUBSTITUTE("a$b", "$", "$&")', 'a$&b'],
    ['TRIM("  a  b  ")', 'a  b'],
    ['UPPER("straße")', 'STRASSE'],
    ['LOWER("ABC")', 'abc'],
    ['UPPER("i", "tr_TR")', 'İ'],
    ['INITCAP("hELLO wORLD-wide 2nd")', 'Hello World-Wide 2nd'],
    ['REVERSE("abc")', 'cba'],
    ['LPAD("7", 3, "0")', '007'],
    ['LPAD("7777", 3, "0")', '777'],
    ['RPAD("7", 3)', '7  '],
    ['LPAD("ab", 5, "xyz")', 'xyzab'],
    ['ASCII("A")', 65],
    ['CHR(65)', 'A'],
    ['CHR(0)', null],
    ['"a" & BR() & "b"', 'a\nb'],
    ['"A" = "a"', false],
    ['"B" > "a"', false],
    ['CASESAFEID("001D000000IRFmA")', '001D000000IRFmAIAX'],
    ['CASESAFEID("001D000000IRFmAIAX")', '001D000000IRFmAIAX'],
  ])('%s is %j', (source, expected) => {
    expect(evaluate(source)).toBe(expected);
  });

  it('makes links and images whose parts cannot break out of the markup', () => {
    expect(evaluate('HYPERLINK("/x?a=1&b=2", "A <b>", "_self")', { context: 'field' })).toBe(
      '<a href="/x?a=1&amp;b=2" target="_self">A &lt;b&gt;</a>',
    );
    expect(evaluate('IMAGE("/flag.gif", "Green", 10, 20)', { context: 'field' })).toBe(
      '<img src="/flag.gif" alt="Green" style="height:10px; width:20px;" border="0"/>',
    );
  });
});

describe('REGEX', () => {
  it.each([
    [String.raw`REGEX("123-45", "\\d{3}-\\d{2}")`, true],
    [String.raw`REGEX("x123-45", "\\d{3}-\\d{2}")`, false],
    ['REGEX("", "")', true],
    ['REGEX("ABC", "[a-c]+")', false],
    ['REGEX("ABC", "(?i)[a-c]+")', true],
    [String.raw`REGEX("a.b", "\\Qa.b\\E")`, true],
    [String.raw`REGEX("axb", "\\Qa.b\\E")`, false],
    [String.raw`REGEX("é1", "\\p{L}\\p{Digit}")`, true],
    [String.raw`REGEX("a-b@c", "[\\w\\-]+\\@\\w")`, true],
    ['REGEX("a}", "a}")', true],
    ['REGEX("ab\ncd", "ab.cd")', false],
  ])('%s is %j', (source, expected) => {
    const text = source.replace('\n', '" & BR() & "');
    expect(evaluate(text)).toBe(expected);
  });

  it.each([
    ['REGEX("a", "a++")', 'REGEX with possessive quantifiers'],
    ['REGEX("a", "(?>a)")', 'REGEX with atomic groups'],
    ['REGEX("a", "[a-z&&[^b]]")', 'REGEX with nested or intersected character classes'],
    [String.raw`REGEX("a", "\\Ga")`, String.raw`REGEX with the escape \G`],
  ])('%s is refused by name', (source, feature) => {
    expect(() => evaluate(source)).toThrow(expect.objectContaining({ name: 'NotSupportedError', feature }));
  });
});
