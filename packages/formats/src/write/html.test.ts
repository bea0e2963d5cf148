import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { escapePath } from './html/escape.ts';
import { htmlStyle, htmlStyleHash } from './html/style.ts';
import { type HtmlOptions, writeHtml } from './html.ts';
import type { WrittenMessage } from './written-message.ts';

const options: HtmlOptions = { title: 'Ana', language: 'en', madeAt: '2026-11-22T03:58:00Z' };
const hello: WrittenMessage = { at: '2026-07-14T10:58', author: 'Ana', text: 'hola', kind: 'message', type: 'text' };

async function pageOf(messages: readonly WrittenMessage[], more: Partial<HtmlOptions> = {}): Promise<string> {
  async function* source() {
    yield messages;
  }
  let page = '';
  for await (const chunk of writeHtml(source(), { ...options, ...more })) page += chunk;
  return page;
}

async function articleOf(message: Partial<WrittenMessage>, more: Partial<HtmlOptions> = {}): Promise<string> {
  const page = await pageOf([{ ...hello, ...message }], more);
  return page.slice(page.indexOf('<article'), page.indexOf('</article>'));
}

test('the policy of a page allows nothing but its own style, and the media beside it', async () => {
  const page = await pageOf([hello]);
  assert.equal(htmlStyleHash, `sha256-${createHash('sha256').update(htmlStyle).digest('base64')}`);
  assert.match(
    page,
    /content="default-src 'none'; style-src 'sha256-[^']+'; img-src 'self' file:; media-src 'self' file:; /,
  );
  assert.ok(page.includes(`<style>${htmlStyle}</style>`));
  assert.doesNotMatch(page, /<script|<link|<iframe|<object|<base|style="|https?:/);
  assert.doesNotMatch(htmlStyle, /url\(|@import|<|https?:/);
});

/** The page without text and attribute values: what a browser would make of it. */
function skeleton(page: string): string {
  const tags = page.replace(htmlStyle, '').match(/<[^>]*>/g) ?? [];
  return tags.map((tag) => tag.replace(/"[^"]*"/g, '""')).join('');
}

const hostile = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
  fc
    .array(
      fc.constantFrom(
        '<',
        '>',
        '"',
        "'",
        '`',
        '&',
        '</p>',
        '<script>',
        '-->',
        '<!--',
        '\u0000',
        '\u202e',
        '\n',
        'javascript:',
        'x',
      ),
      { minLength: 1, maxLength: 8 },
    )
    .map((parts) => parts.join('')),
);

function messageWith(text: string): WrittenMessage {
  const media = { state: 'present', name: text, href: 'a/b', mime: text } as const;
  // Further lines of a name are an address: content may decide that much.
  const name = text.replaceAll('\n', ' ');
  const location = { latitude: text, longitude: text, name, address: text };
  const poll = { question: text, options: [{ text, votes: 2 }] };
  return {
    ...hello,
    author: text,
    text,
    type: text,
    media,
    location,
    poll,
    versions: [{ text, at: text }],
    edited: true,
    seq: 7,
  };
}

test('no text, name, type, place or title changes the structure of a page', async () => {
  const benign = skeleton(
    await pageOf([messageWith('x'), { ...messageWith('x'), kind: 'call' }], { title: 'x', madeAt: 'x' }),
  );
  await fc.assert(
    fc.asyncProperty(hostile, async (text) => {
      const page = await pageOf([messageWith(text), { ...messageWith(text), kind: 'call' }], {
        title: text,
        madeAt: text,
      });
      assert.equal(skeleton(page), benign);
      assert.ok(!/(?![\n\t])\p{Cc}/u.test(page));
      assert.ok(page.isWellFormed());
    }),
    { numRuns: 120 },
  );
});

test('text is written with every special character escaped and control characters made visible', async () => {
  const article = await articleOf({ text: `<b a="1" c='2'>&amp;\`\n\u0000\u001b\u007f\u0085\ud800` });
  assert.ok(
    article.includes('&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;amp;&#96;\n\u2400\u241b\u2421\ufffd\ufffd</p>'),
    article,
  );
});

test('a name cannot turn the direction of what follows', async () => {
  const media = { state: 'present', name: 'photo\u202egpj.exe', href: 'media/photo.bin' } as const;
  const article = await articleOf({ author: '\u202ekcah', media });
  assert.ok(article.includes('<bdi class="who">\ufffdkcah</bdi>'));
  assert.ok(article.includes('<bdi>photo\ufffdgpj.exe</bdi>'));
});

test('a path beside the page is encoded, and one that leaves it makes the file missing', async () => {
  assert.equal(escapePath(`media/a b"'<>#?%é.jpg`), 'media/a%20b%22&#39;%3C%3E%23%3F%25%C3%A9.jpg');
  assert.equal(escapePath('javascript:alert(1)'), 'javascript%3Aalert(1)');
  assert.equal(escapePath('\\\\host\\x'), '%5C%5Chost%5Cx');
  for (const path of ['', '/etc/passwd', '//host/x', '../x', 'a/../../x', 'a//b', './x'])
    assert.equal(escapePath(path), undefined);
  const article = await articleOf({
    type: 'image',
    media: { state: 'present', name: 'x', href: '../x', mime: 'image/png' },
  });
  assert.ok(!article.includes('href') && !article.includes('src') && article.includes('missing'));
});

test('only pictures, video and audio are shown; all else, SVG and HTML too, is a link', async () => {
  const shown = async (mime: string) => articleOf({ media: { state: 'present', name: 'n', href: 'm/n', mime } });
  assert.match(await shown('image/png'), /<img loading="lazy" src="m\/n" alt="n">/);
  assert.match(await shown('video/mp4'), /<video controls preload="metadata" src="m\/n">/);
  assert.match(await shown('audio/ogg; codecs=opus'), /<audio controls preload="none" src="m\/n">/);
  for (const mime of ['image/svg+xml', 'text/html', 'application/pdf', 'text/vcard'])
    assert.match(await shown(mime), /<a class="c" href="m\/n">/);
});

test('edited, deleted, omitted and missing are said in words of each language', async () => {
  const versions = [{ text: 'antes', at: '2026-07-14T10:57' }];
  const edited = { edited: true, versions };
  assert.match(await articleOf(edited), /Edited · 2 versions/);
  assert.match(await articleOf(edited, { language: 'es' }), /Editado · 2 versiones/);
  assert.match(await articleOf(edited, { language: 'zh' }), /已编辑 · 2 个版本/);
  assert.match(await articleOf({ edited: true }), /<span>Edited<\/span>/);
  const deleted = { kind: 'deleted', text: '' } as const;
  assert.match(await articleOf(deleted), /⊘ <bdi>Ana<\/bdi> deleted this message\./);
  assert.match(await articleOf(deleted, { language: 'es' }), /<bdi>Ana<\/bdi> eliminó este mensaje\./);
  assert.match(await articleOf(deleted, { language: 'zh' }), /<bdi>Ana<\/bdi> 删除了这条消息。/);
  const omitted = { type: 'voice', media: { state: 'omitted' } } as const;
  assert.match(await articleOf(omitted), /<b>Voice note<\/b><small>not part of the export/);
  assert.match(await articleOf(omitted, { language: 'es' }), /<b>Nota de voz<\/b><small>no venía/);
  assert.match(await articleOf({ media: { state: 'missing', name: 'a.pdf' } }), /<bdi>a\.pdf<\/bdi> · missing/);
  assert.match(await articleOf({ type: 'constructor', media: { state: 'omitted' } }), /<b>File<\/b>/);
});

test('a place, a poll and a document say once what their text repeats', async () => {
  const location = { latitude: '25.7', longitude: '-100.3', name: 'Quinta\nCalle 20', url: 'https://maps.example/' };
  const place = await articleOf({
    type: 'location',
    text: 'Quinta\nCalle 20\nlocation: https://maps.example/',
    location,
  });
  assert.match(place, /<b><bdi>Quinta<\/bdi><\/b><small><bdi>Calle 20<\/bdi> · <bdi>25\.7, -100\.3<\/bdi>/);
  assert.ok(!place.includes('maps.example'));
  const poll = await articleOf({ type: 'poll', text: 'When?', poll: { question: 'When?', options: [] } });
  assert.equal(poll.split('When?').length, 2);
  const file = await articleOf({ text: 'a.pdf', media: { state: 'missing', name: 'a.pdf' } });
  assert.equal(file.split('a.pdf').length, 2);
});

test('days are ruled off and speakers named once a run', async () => {
  const page = await pageOf(
    [
      { ...hello, seq: 184_203 },
      { ...hello, text: 'otra' },
      { ...hello, author: 'Shop', at: '2026-07-15T00:00:01' },
      { ...hello, author: 'Shop', kind: 'system', text: 'aviso', at: '2026-07-15T00:01' },
      { ...hello, author: 'Shop', at: '2026-07-15T00:02' },
    ],
    { me: 'Shop', language: 'es', count: 1_234 },
  );
  assert.deepEqual(
    [...page.matchAll(/<h2[^>]*><time datetime="([^"]+)">([^<]+)/g)].map((match) => match.slice(1)),
    [
      ['2026-07-14', 'Martes 14 de julio de 2026'],
      ['2026-07-15', 'Miércoles 15 de julio de 2026'],
    ],
  );
  assert.deepEqual(
    [...page.matchAll(/<article class="([^"]+)"/g)].map((match) => match[1]),
    ['m in', 'm in run', 'm out', 'm s', 'm out'],
  );
  assert.match(page, /<article class="m in" id="e184203">.*<span class="n" title="Asiento">184,203<\/span>/);
  assert.match(page, /<html lang="es-MX">/);
  assert.match(page, /1,234 mensajes/);
  assert.match(page, />00:00:01<\/time>/);
});

test('a message without a real time is refused', async () => {
  for (const at of ['2026-02-29T10:00', '2026-13-01T10:00', '2026-07-14T24:00', '2026-07-14 10:00', '"><x', ''])
    await assert.rejects(pageOf([{ ...hello, at }]), { code: 'time-invalid' });
});
