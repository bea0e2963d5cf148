// Checks the form of a template message. What the template itself wants (how many parameters, which buttons) is known to the
// platform alone; here is what every template wants.
import { checkOrder } from './check-order.ts';
import { checkPlace, checkSource } from './media-and-place.ts';
import type { FaultList } from './outgoing-fault.ts';
import type {
  OutgoingTemplate,
  TemplateButton,
  TemplateCard,
  TemplateHeader,
  TemplateText,
} from './outgoing-template.ts';

const maxName = 512;
const maxParameter = 1024;
const maxHeaderParameter = 60;
const maxCards = 10;
const maxCode = 15;
const maxButtonIndex = 9;
const templateName = /^[a-z0-9_]+$/;
const language = /^[a-z]{2,3}(?:_[A-Za-z]{2,4})?$/;

/** Adds the faults of a template message. */
export function checkTemplate(faults: FaultList, template: OutgoingTemplate): void {
  faults.form('template.name', template.name, templateName);
  faults.length('template.name', template.name, maxName);
  faults.form('template.language', template.language, language);
  checkCard(faults, 'template', template);
  const { cards, limitedTimeOffer } = template;
  if (cards) faults.count('template.cards', cards.length, maxCards);
  for (const [index, card] of (cards ?? []).entries()) checkCard(faults, `template.cards[${index}]`, card);
  if (limitedTimeOffer && !(Number.isSafeInteger(limitedTimeOffer.expiresAtMs) && limitedTimeOffer.expiresAtMs > 0))
    faults.add('malformed', 'template.limitedTimeOffer.expiresAtMs');
}

function checkCard(faults: FaultList, path: string, { header, body, buttons }: TemplateCard): void {
  if (header) checkHeader(faults, `${path}.header`, header);
  if (body) checkParameters(faults, `${path}.body`, body);
  for (const [at, button] of (buttons ?? []).entries()) checkButton(faults, `${path}.buttons[${at}]`, button);
  faults.unique(`${path}.buttons`, buttons?.map(({ index }) => String(index)) ?? []);
}

function checkHeader(faults: FaultList, path: string, header: TemplateHeader): void {
  if (header.kind === 'text') faults.text(`${path}.text`, header.text, maxHeaderParameter);
  else if (header.kind === 'location') checkPlace(faults, `${path}.`, header);
  else if (header.kind === 'product') {
    faults.text(`${path}.catalogId`, header.catalogId, maxName);
    faults.text(`${path}.productId`, header.productId, maxName);
  } else checkSource(faults, `${path}.media`, header.media);
}

/** All by position, or all by name. */
function checkParameters(faults: FaultList, path: string, parameters: readonly TemplateText[]): void {
  for (const [index, { text }] of parameters.entries()) faults.text(`${path}[${index}].text`, text, maxParameter);
  const names = parameters.flatMap(({ name }) => (name === undefined ? [] : [name]));
  if (names.length > 0 && names.length < parameters.length) faults.add('not-allowed', `${path}.name`);
  faults.unique(`${path}.name`, names);
}

function checkButton(faults: FaultList, path: string, button: TemplateButton): void {
  if (!(Number.isInteger(button.index) && button.index >= 0 && button.index <= maxButtonIndex))
    faults.add('malformed', `${path}.index`);
  switch (button.kind) {
    case 'url':
      faults.text(`${path}.suffix`, button.suffix, maxParameter * 2);
      break;
    case 'quick-reply':
      faults.text(`${path}.payload`, button.payload, maxParameter);
      break;
    case 'copy-code':
      faults.text(`${path}.code`, button.code, maxCode);
      break;
    case 'order-details':
      checkOrder(faults, `${path}.order`, button.order);
      break;
    default:
  }
}
