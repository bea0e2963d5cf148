// The content of a message that is neither interactive nor a template: what each type holds, and its limits.
import type { MediaObject } from '../../world/media.ts';
import type { Form } from './form.ts';

/** How the media that a request names are found. */
export type FindMedia = (id: string) => MediaObject | undefined;

export type MediaType = 'image' | 'video' | 'audio' | 'document' | 'sticker';

const captioned: readonly MediaType[] = ['image', 'video', 'document'];
const link = /^https?:\/\/[^\s/]+/i;
const birthday = /^\d{4}-\d{2}-\d{2}$/;
const maxText = 4096;
const maxLine = 1024;
const maxContacts = 257;
const emojiForm = /^(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|[#*0-9]\uFE0F?\u20E3)[\s\S]*$/u;

export function checkText(text: Form): void {
  text.text('body', { max: maxText });
  text.flag('preview_url');
}

/** A media object by id or by link, with what its type allows. */
export function checkMedia(media: Form, type: MediaType, find: FindMedia): void {
  checkSource(media, type, find);
  if (captioned.includes(type)) media.optionalText('caption', { max: maxLine });
  else if (media.has('caption')) media.tooMuch('caption', 'is not allowed');
  if (type === 'document') media.optionalText('filename', { max: 240 });
  else if (media.has('filename')) media.tooMuch('filename', 'is not allowed');
  if (type === 'audio') media.flag('voice');
}

/** A media object is named by an id that exists and is of its type, or by a link; not by both. */
export function checkSource(media: Form, type: MediaType, find: FindMedia): void {
  if (media.has('id') && media.has('link')) media.tooMuch('link', 'cannot be used together with id');
  if (media.has('link')) {
    media.text('link', { max: 2048, form: link });
    return;
  }
  const object = find(media.text('id', { max: 100 }));
  if (!object) media.wrong('id', 'is no media object of this business');
  const isOfType = type === 'document' || object.mime.startsWith(type === 'sticker' ? 'image/webp' : `${type}/`);
  if (!isOfType) media.wrong('id', `is a media object of type ${object.mime}`);
}

export function checkPlace(place: Form): void {
  place.number('latitude', { min: -90, max: 90 });
  place.number('longitude', { min: -180, max: 180 });
  place.optionalText('name', { max: maxLine });
  place.optionalText('address', { max: maxLine });
}

export function checkContacts(message: Form): void {
  for (const contact of message.list('contacts', { max: maxContacts })) {
    const name = contact.inner('name');
    name.text('formatted_name', { max: maxLine });
    const parts = ['first_name', 'last_name', 'middle_name', 'suffix', 'prefix'].filter((part) => name.has(part));
    if (parts.length === 0) name.missing('first_name');
    for (const part of parts) name.optionalText(part, { max: maxLine });
    contact.optionalText('birthday', { max: 10, form: birthday });
    for (const phone of contact.list('phones', { min: 0, max: 20 })) phone.optionalText('phone', { max: 40 });
  }
}

/** An emoji, or nothing, which removes it. */
export function checkReaction(reaction: Form): void {
  reaction.text('message_id', { max: 512 });
  const emoji = reaction.has('emoji') ? reaction.object['emoji'] : undefined;
  if (emoji === undefined) reaction.missing('emoji');
  const isRemoval = emoji === '';
  if (typeof emoji !== 'string' || !(isRemoval || (emoji.length <= 40 && emojiForm.test(emoji))))
    reaction.wrong('emoji');
}
