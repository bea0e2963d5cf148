// A media object and a place, as messages, headers and templates hold them: what they are, how a request writes them, and what
// form they must have.
import type { FaultList } from './outgoing-fault.ts';
import { present, type RequestObject } from './present.ts';

const maxId = 512;
const maxLine = 1024;
const link = /^https?:\/\/[^\s/]+/i;
const decimal = /^-?\d{1,3}(?:\.\d{1,20})?$/;

/** An uploaded object, or an address that the platform fetches it from. */
export type MediaSource = { readonly id: string } | { readonly link: string };

export interface OutgoingPlace {
  /** Decimal degrees. */
  readonly latitude: string;
  readonly longitude: string;
  readonly name?: string;
  readonly address?: string;
}

/** @returns a media object by its id or its address */
export function mediaRequest(media: MediaSource, filename?: string): RequestObject {
  return present({ ...('id' in media ? { id: media.id } : { link: media.link }), filename });
}

/** @returns a place as messages and the headers of templates write it */
export function placeRequest({ latitude, longitude, name, address }: OutgoingPlace): RequestObject {
  return present({ latitude, longitude, name, address });
}

/** Checks where a media object comes from. */
export function checkSource(faults: FaultList, field: string, media: MediaSource): void {
  if ('id' in media) faults.text(`${field}.id`, media.id, maxId);
  else faults.form(`${field}.link`, media.link, link);
}

/** Checks an address on the web. */
export function checkLink(faults: FaultList, field: string, url: string): void {
  faults.form(field, url, link);
}

/** Checks a place. `path` is that of the object around it, with its dot. */
export function checkPlace(
  faults: FaultList,
  path: string,
  { latitude, longitude, name, address }: OutgoingPlace,
): void {
  for (const [field, degrees, limit] of [
    ['latitude', latitude, 90],
    ['longitude', longitude, 180],
  ] as const) {
    faults.form(path + field, degrees, decimal);
    if (decimal.test(degrees) && Math.abs(Number(degrees)) > limit) faults.add('malformed', path + field);
  }
  faults.length(`${path}name`, name, maxLine);
  faults.length(`${path}address`, address, maxLine);
}
