import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allowedMediaUrl } from './media-host.ts';

test('media is fetched from the platform and from nowhere else', () => {
  const allowed = (url: string, api = 'https://graph.facebook.com'): boolean => allowedMediaUrl(url, api) !== undefined;
  assert.ok(allowed('https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1'));
  assert.ok(allowed('https://mmg.whatsapp.net/d/1'));
  assert.ok(allowed('http://127.0.0.1:7071/media/1', 'http://127.0.0.1:7071'));
  for (const url of [
    'http://lookaside.fbsbx.com/x',
    'https://lookaside.fbsbx.com.evil.example/x',
    'https://evilfbsbx.com/x',
    'https://lookaside.fbsbx.com:8443/x',
    'https://user:secret@lookaside.fbsbx.com/x',
    'http://127.0.0.1:7072/media/1',
    'http://169.254.169.254/latest/meta-data',
    'file:///etc/passwd',
    'nonsense',
  ]) {
    assert.equal(allowed(url, 'http://127.0.0.1:7071'), false, url);
  }
});
