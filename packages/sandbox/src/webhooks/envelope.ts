// The body of a delivery: updates in the platform's envelope. How updates share entries, changes and lists varies from body to body,
// as it does in life; a receiver has to go through all of them.
import type { Chance } from '../chance.ts';
import type { Habits } from '../habits.ts';
import { type JsonObject, present } from '../json.ts';
import type { Business, BusinessNumber } from '../world/business.ts';
import type { Update } from './update.ts';

interface Envelope {
  readonly business: Business;
  readonly chance: Chance;
  readonly habits: Habits;
}

const display = /^(\d)(\d{3})(\d{3})(\d{4})$/;

/** @returns the text of a body that holds all the updates, in their order within each change */
export function bodyOf(updates: readonly Update[], { business, chance, habits }: Envelope): string {
  const manner = updates.length === 1 ? 'lists' : chance.pick(['lists', 'changes', 'entries'] as const);
  const changes = (manner === 'lists' ? together(updates) : updates.map((update) => [update])).map((group) =>
    changeOf(group, business, chance.happens(habits.formattedDisplay)),
  );
  const entries =
    manner === 'entries'
      ? changes.map((change) => ({ id: business.account, changes: [change] }))
      : [{ id: business.account, changes }];
  return JSON.stringify({ object: 'whatsapp_business_account', entry: entries });
}

/** Messages of one number share a value, its statuses another; what is neither stands alone. */
function together(updates: readonly Update[]): readonly (readonly Update[])[] {
  const groups = new Map<unknown, Update[]>();
  for (const update of updates) {
    const isListed = update.value === undefined;
    const key = isListed ? `${update.number} ${update.message ? 'messages' : 'statuses'}` : update;
    const group = groups.get(key);
    if (group) group.push(update);
    else groups.set(key, [update]);
  }
  return [...groups.values()];
}

function changeOf(updates: readonly Update[], business: Business, isFormatted: boolean): JsonObject {
  const [first] = updates;
  const number = business.numbers.find(({ id }) => id === first?.number);
  const contacts = distinct(updates.flatMap(({ contact }) => (contact ? [contact] : [])));
  const messages = updates.flatMap(({ message }) => (message ? [message] : []));
  const statuses = updates.flatMap(({ status }) => (status ? [status] : []));
  const isOfNumber = number !== undefined && first?.field !== 'message_template_status_update';
  const value = present({
    ...(isOfNumber && { messaging_product: 'whatsapp', metadata: metadataOf(number, isFormatted) }),
    contacts: contacts.length > 0 ? contacts : undefined,
    messages: messages.length > 0 ? messages : undefined,
    statuses: statuses.length > 0 ? statuses : undefined,
    ...first?.value,
  });
  return { value, field: first?.field };
}

function metadataOf({ id, phone }: BusinessNumber, isFormatted: boolean): JsonObject {
  return {
    display_phone_number: isFormatted ? phone.replace(display, '+$1 $2-$3-$4') : phone,
    phone_number_id: id,
  };
}

function distinct(contacts: readonly JsonObject[]): readonly JsonObject[] {
  return [...new Map(contacts.map((contact) => [JSON.stringify(contact), contact])).values()];
}
