// What hangs on a message of an HTML export: a file, a place, a poll. Only media that a browser shows without running
// anything are shown; every other file is a link.

import type { WrittenMedia, WrittenMessage } from '../written-message.ts';
import { escapeName, escapePath, textHtml } from './escape.ts';
import type { HtmlWords } from './words.ts';

interface Numbered {
  readonly words: HtmlWords;
  readonly number: (value: number) => string;
}

const unshown: WrittenMedia = { state: 'omitted' };

/** The message's file, place and poll, each if there is one. */
export function attachmentsHtml(message: WrittenMessage, setting: Numbered): string {
  const media = message.media ?? (message.type === 'view-once' && message.text === '' ? unshown : undefined);
  const file = media === undefined ? '' : mediaHtml(media, message.type, setting.words);
  const place = message.location === undefined ? '' : locationHtml(message.location, setting.words);
  const poll = message.poll === undefined ? '' : pollHtml(message.poll, setting);
  return `${file}${place}${poll}`;
}

function nounOf(type: string, words: HtmlWords): string {
  return (Object.hasOwn(words.types, type) ? words.types[type] : undefined) ?? words.file;
}

function mediaHtml(media: WrittenMedia, type: string, words: HtmlWords): string {
  const noun = nounOf(type, words);
  const name = media.name === undefined ? undefined : escapeName(media.name);
  const path = media.href === undefined ? undefined : escapePath(media.href);
  if (media.state !== 'present' || path === undefined) {
    const why = media.state === 'omitted' ? words.omitted : words.missing;
    return `<div class="c x"><b>${noun}</b><small>${name === undefined ? '' : `<bdi>${name}</bdi> · `}${why}</small></div>`;
  }
  const label = name ?? escapeName(media.href ?? '');
  const player = playerHtml(media.mime ?? '', path, label);
  if (player === undefined) return `<a class="c" href="${path}"><b><bdi>${label}</bdi></b><small>${noun}</small></a>`;
  return `<figure class="a">${player}<figcaption>${noun} · <bdi>${label}</bdi></figcaption></figure>`;
}

const pictures = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif']);

function playerHtml(mime: string, path: string, label: string): string | undefined {
  if (pictures.has(mime)) return `<a href="${path}"><img loading="lazy" src="${path}" alt="${label}"></a>`;
  if (mime.startsWith('video/')) return `<video controls preload="metadata" src="${path}"></video>`;
  if (mime.startsWith('audio/')) return `<audio controls preload="none" src="${path}"></audio>`;
  return undefined;
}

/** The first line of a place's name stands out; further lines are its address. */
function locationHtml(place: NonNullable<WrittenMessage['location']>, words: HtmlWords): string {
  const [name = '', ...more] = (place.name ?? '').split('\n');
  const title = name === '' ? nounOf('location', words) : `<bdi>${escapeName(name)}</bdi>`;
  const isKnown = place.latitude !== undefined && place.longitude !== undefined;
  const spot = isKnown ? `${place.latitude}, ${place.longitude}` : (place.url ?? '');
  const facts = [...more, place.address ?? '', spot]
    .filter((fact) => fact !== '')
    .map((fact) => `<bdi>${escapeName(fact)}</bdi>`);
  return `<div class="c"><b>${title}</b><small>${facts.join(' · ')}</small></div>`;
}

function pollHtml(poll: NonNullable<WrittenMessage['poll']>, { words, number }: Numbered): string {
  const options = poll.options.map(({ text, votes }) => {
    const count = words.votes(votes, number(votes));
    return `<li><bdi>${escapeName(text)}</bdi><span>${count}</span></li>`;
  });
  return `${textHtml(poll.question)}<ul class="p">${options.join('')}</ul>`;
}
