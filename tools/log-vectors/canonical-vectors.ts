// Canonical JSON: values with their one spelling, and texts that must be refused. The texts are written by hand; nothing here is
// computed by a canonicaliser.

export interface CanonicalVectors {
  /** `json` is any spelling of the value; `canonical` the one that is read. */
  readonly accept: readonly { readonly what: string; readonly json: string; readonly canonical: string }[];
  /** JSON that is sound but not in its one spelling, or says what canonical JSON cannot; `hex` where it is no text. */
  readonly refuse: readonly {
    readonly what: string;
    readonly text: string;
    readonly encoding?: 'hex';
    readonly error: string;
  }[];
}

const tooDeep = 65;

export function canonicalVectors(): CanonicalVectors {
  return { accept, refuse };
}

const accept: CanonicalVectors['accept'] = [
  {
    what: 'RFC 8785 §3.2.3, order of names',
    json: String.raw`{"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One","\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis"}`,
    canonical:
      '{"\\r":"Carriage Return","1":"One","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis","\u20ac":"Euro Sign","\u{1f600}":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
  },
  {
    what: 'RFC 8785 §3.2.2, the string and the literals',
    json: String.raw`{"string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/", "literals": [null, true, false]}`,
    canonical: `{"literals":[null,true,false],"string":"\u20ac${String.raw`$\u000f\nA'B\"\\\\\"/`}"}`,
  },
  { what: 'null', json: ' null ', canonical: 'null' },
  { what: 'an empty object', json: '{ }', canonical: '{}' },
  { what: 'an empty array', json: '[ ]', canonical: '[]' },
  { what: 'an empty string and an empty name', json: '{"a":"","":1}', canonical: '{"":1,"a":""}' },
  {
    what: 'the largest numbers',
    json: '[9007199254740991,-9007199254740991,0]',
    canonical: '[9007199254740991,-9007199254740991,0]',
  },
  { what: 'a number that is whole', json: '[1.0,1e2,10E-1]', canonical: '[1,100,1]' },
  {
    what: 'names that are numbers stand by their characters',
    json: '{"9":1,"10":2,"1":3,"a":4}',
    canonical: '{"1":3,"10":2,"9":1,"a":4}',
  },
  {
    what: 'members at every depth',
    json: '{"b":[{"d":1,"c":2}],"a":{"z":1,"y":{"x":1,"w":2}}}',
    canonical: '{"a":{"y":{"w":2,"x":1},"z":1},"b":[{"c":2,"d":1}]}',
  },
  { what: 'capitals before small letters', json: '{"a":1,"B":2,"_":3}', canonical: '{"B":2,"_":3,"a":1}' },
  { what: 'a shorter name before a longer one', json: '{"ab":1,"a":2}', canonical: '{"a":2,"ab":1}' },
  {
    what: 'a name of the object\u2019s own kind',
    json: '{"toString":1,"__proto__":{"b":1,"a":2},"constructor":3}',
    canonical: '{"__proto__":{"a":2,"b":1},"constructor":3,"toString":1}',
  },
  {
    what: 'controls',
    json: String.raw`"\u0000\u0008\u0009\u000a\u000b\u000c\u000d\u001f\u007f"`,
    canonical: `${String.raw`"\u0000\b\t\n\u000b\f\r\u001f`}\u007f"`,
  },
  { what: 'separators that JavaScript once forbade', json: String.raw`"\u2028\u2029"`, canonical: '"\u2028\u2029"' },
  { what: 'no normalisation', json: String.raw`["\u00e9","e\u0301"]`, canonical: '["\u00e9","e\u0301"]' },
  { what: 'sixty-four levels', json: '['.repeat(64) + ']'.repeat(64), canonical: '['.repeat(64) + ']'.repeat(64) },
];

const refuse: CanonicalVectors['refuse'] = [
  { what: 'white space', text: '{"a": 1}', error: 'json-not-canonical' },
  { what: 'a newline at the end', text: '{"a":1}\n', error: 'json-not-canonical' },
  { what: 'names out of order', text: '{"b":1,"a":2}', error: 'json-not-canonical' },
  { what: 'names out of order inside', text: '{"a":[{"c":1,"b":2}]}', error: 'json-not-canonical' },
  { what: 'a name twice', text: '{"a":1,"a":1}', error: 'json-not-canonical' },
  { what: 'a name twice with two values', text: '{"a":1,"a":2}', error: 'json-not-canonical' },
  { what: '__proto__ twice', text: '{"__proto__":1,"__proto__":2}', error: 'json-not-canonical' },
  { what: 'an escape that need not be', text: String.raw`"\u0041"`, error: 'json-not-canonical' },
  { what: 'an escaped slash', text: String.raw`"\/"`, error: 'json-not-canonical' },
  { what: 'an escape in capitals', text: String.raw`"\u000B"`, error: 'json-not-canonical' },
  { what: 'a control by its number', text: String.raw`"\u000a"`, error: 'json-not-canonical' },
  { what: 'an escaped emoji', text: String.raw`"\ud83d\ude00"`, error: 'json-not-canonical' },
  { what: 'a whole number as a fraction', text: '1.0', error: 'json-not-canonical' },
  { what: 'a whole number with an exponent', text: '1e2', error: 'json-not-canonical' },
  { what: 'minus zero', text: '-0', error: 'json-number' },
  { what: 'a fraction', text: '1.5', error: 'json-number' },
  {
    what: 'RFC 8785 \u00a73.2.2, the numbers',
    text: '[333333333.3333333,1e+30,4.5,0.002,1e-27]',
    error: 'json-number',
  },
  { what: '2^53', text: '9007199254740992', error: 'json-number' },
  { what: '2^53 + 1, which rounds', text: '9007199254740993', error: 'json-number' },
  { what: '-2^53', text: '-9007199254740992', error: 'json-number' },
  { what: 'beyond every number', text: '1e999', error: 'json-number' },
  { what: 'a lone high surrogate', text: String.raw`"\ud83d"`, error: 'json-surrogate' },
  { what: 'a lone low surrogate', text: String.raw`"\ude00"`, error: 'json-surrogate' },
  { what: 'a lone surrogate in a name', text: String.raw`{"\udead":1}`, error: 'json-surrogate' },
  { what: 'sixty-five levels', text: '['.repeat(tooDeep) + ']'.repeat(tooDeep), error: 'json-depth' },
  {
    what: 'sixty-five levels of objects',
    text: `${'{"a":'.repeat(tooDeep)}1${'}'.repeat(tooDeep)}`,
    error: 'json-depth',
  },
  { what: 'nothing', text: '', error: 'json-malformed' },
  { what: 'two values', text: '1 2', error: 'json-malformed' },
  { what: 'a comma too many', text: '[1,]', error: 'json-malformed' },
  { what: 'NaN', text: 'NaN', error: 'json-malformed' },
  { what: 'a number with a leading zero', text: '01', error: 'json-malformed' },
  { what: 'a newline in a string', text: '"a\nb"', error: 'json-malformed' },
  { what: 'a byte order mark', text: '\ufeff1', error: 'json-malformed' },
  { what: 'a byte that is no UTF-8', text: '22ff22', encoding: 'hex', error: 'not-utf8' },
  { what: 'an overlong quote', text: '22c0a222', encoding: 'hex', error: 'not-utf8' },
  { what: 'a surrogate in UTF-8', text: '22eda0bd22', encoding: 'hex', error: 'not-utf8' },
];
