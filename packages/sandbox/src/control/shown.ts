// What the controls show of people, chats and the sandbox: for pages and tests, and only for whoever runs the sandbox.
import { type JsonObject, listOf, objectOf, present, textOf } from '../json.ts';
import { tappables } from '../phones/tappable.ts';
import { type Chat, type ChatMessage, isEntryOpen, isWindowOpen, windowMs } from '../world/chat.ts';
import { type Person, showsPhone } from '../world/person.ts';
import type { World } from '../world/world.ts';

const mediaTypes: readonly string[] = ['image', 'video', 'audio', 'document', 'sticker'];

/** @returns a person as the controls show them */
export function shownPerson(person: Person, world: World): JsonObject {
  const { blocked, ...plain } = person;
  return { ...plain, blocked: [...blocked], showsPhone: showsPhone(person, world.clock.now()) };
}

/** @returns a chat as its phone shows it, the last messages of it */
export function shownChat(chat: Chat, world: World, limit: number): JsonObject {
  const nowMs = world.clock.now();
  return present({
    number: chat.number,
    isWindowOpen: isWindowOpen(chat, nowMs),
    windowUntilMs: chat.lastInboundMs === undefined ? undefined : chat.lastInboundMs + windowMs,
    isEntryOpen: isEntryOpen(chat, nowMs),
    isTyping: (chat.typingUntilMs ?? 0) > nowMs,
    messages: chat.messages.slice(-limit).map((message) => shownMessage(message, world)),
  });
}

function shownMessage(message: ChatMessage, world: World): JsonObject {
  const { receipt: _receipt, content, isDeleted, ...plain } = message;
  return present({
    ...plain,
    isDeleted,
    text: message.text,
    media: mediaTypes.includes(message.type) ? shownMedia(objectOf(content) ?? {}, world) : headerMedia(content, world),
    place: message.type === 'location' ? placeOf(objectOf(content) ?? {}) : undefined,
    taps: message.from === 'business' ? shownTaps(message, world) : undefined,
    failedCode: message.failedCode,
  });
}

function shownTaps(message: ChatMessage, world: World): readonly JsonObject[] | undefined {
  const taps = tappables(message, world.templates);
  if (taps.length === 0) return undefined;
  return taps.map(({ label, description, answer }) => present({ label, description, canTap: answer !== undefined }));
}

function shownMedia(content: JsonObject, world: World): JsonObject {
  const id = textOf(content['id']);
  const object = id === undefined ? undefined : world.media.get(id);
  return present({
    id,
    link: textOf(content['link']),
    mime: object?.mime,
    filename: textOf(content['filename']),
    voice: content['voice'] === true ? true : undefined,
    isGone: id !== undefined && object === undefined ? true : undefined,
  });
}

/** A picture above buttons or a template. */
function headerMedia(content: ChatMessage['content'], world: World): JsonObject | undefined {
  const object = objectOf(content);
  const ofTemplate = listOf(object?.['components']).map(objectOf);
  const header = objectOf(object?.['header']) ?? ofTemplate.find((one) => one?.['type'] === 'header');
  const parameter = objectOf(listOf(header?.['parameters'])[0]) ?? header;
  const media = mediaTypes.flatMap((type) => objectOf(parameter?.[type]) ?? [])[0];
  return media === undefined ? undefined : shownMedia(objectOf(media) ?? {}, world);
}

const placeOf = ({ latitude, longitude, name, address }: JsonObject): JsonObject =>
  present({ latitude, longitude, name, address });

/** @returns everything that a dashboard shows, without anybody's words */
export function shownState(world: World, handshake: string): JsonObject {
  const { clock, post, faults, sends, people, business, tier } = world;
  return {
    nowMs: clock.now(),
    clockStands: clock.stands,
    webhook: {
      url: post.webhookUrl,
      handshake,
      waiting: post.waiting,
      answers: Object.fromEntries(post.answers),
      lastCall: post.lastCall ?? null,
      ...post.counts,
    },
    faults: { standing: faults.standing(), happened: faults.happened() },
    sends: { accepted: sends.accepted, refused: sends.refused() },
    people: people.count,
    business: {
      account: business.account,
      portfolio: business.portfolio,
      tier: business.tier,
      tierUsed: tier.used(clock.now()),
      numbers: business.numbers,
    },
    refusals: world.refusals,
  };
}
