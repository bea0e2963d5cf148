// Reads the media object of a message. The hash arrives as base64 and sometimes as hex; some deliveries write `\/` twice escaped.
import type { CloudMedia } from '../fact/cloud-media.ts';
import { type Draft, flagOf, type Loose, textOf } from './loose-json.ts';

const maxLength = 512;
const hexHash = /^[0-9a-f]{64}$/i;
const base64Hash = /^[A-Za-z0-9+/]{43}=?$/;

/** @returns the media; nothing without an id */
export function mediaOf(content: Loose): CloudMedia | undefined {
  const id = textOf(content['id']);
  if (id === undefined) return undefined;
  const media: Draft<CloudMedia> = { id };
  const mime = unescaped(content['mime_type']);
  const sha256 = hexOf(unescaped(content['sha256']));
  const filename = textOf(content['filename']);
  const url = textOf(content['url']);
  const voice = flagOf(content['voice']);
  const animated = flagOf(content['animated']);
  if (mime !== undefined) media.mime = mime;
  if (sha256 !== undefined) media.sha256 = sha256;
  if (filename !== undefined) media.filename = filename;
  if (url !== undefined) media.url = url;
  if (voice !== undefined) media.voice = voice;
  if (animated !== undefined) media.animated = animated;
  return media;
}

/** @returns a media type or a hash; nothing if it is too long to be either */
function unescaped(value: unknown): string | undefined {
  const text = textOf(value);
  return text !== undefined && text.length <= maxLength ? text.replaceAll('\\/', '/') : undefined;
}

/** @returns a SHA-256 in hex, from hex, base64 or base64url; nothing if it is none */
export function hexOf(hash: string | undefined): string | undefined {
  if (hash === undefined) return undefined;
  if (hexHash.test(hash)) return hash.toLowerCase();
  const base64 = hash.replaceAll('-', '+').replaceAll('_', '/');
  if (!base64Hash.test(base64)) return undefined;
  return Array.from(atob(base64), (byte) => byte.charCodeAt(0).toString(16).padStart(2, '0')).join('');
}
