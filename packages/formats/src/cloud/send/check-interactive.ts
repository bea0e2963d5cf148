// Checks the form of interactive messages: how many buttons, sections and rows, and how long their words may be.

import { checkOrder, checkOrderStatus } from './check-order.ts';
import { checkLink, checkSource } from './media-and-place.ts';
import type { FaultList } from './outgoing-fault.ts';
import type {
  ChoiceList,
  FlowButton,
  InteractiveHeader,
  OutgoingInteractive,
  ProductList,
  ReplyButtons,
} from './outgoing-interactive.ts';

const maxHeader = 60;
const maxFooter = 60;
const maxBody = 1024;
const maxListBody = 4096;
const maxButtons = 3;
const maxButtonId = 256;
const maxButtonTitle = 20;
const maxSections = 10;
const maxSectionTitle = 24;
const maxRows = 10;
const maxRowId = 200;
const maxRowTitle = 24;
const maxRowDescription = 72;
const maxFlowButton = 30;
const maxProducts = 30;
const maxId = 512;
const country = /^[A-Z]{2}$/;

/** Adds the faults of an interactive message. */
export function checkInteractive(faults: FaultList, interactive: OutgoingInteractive): void {
  checkFrame(faults, interactive);
  switch (interactive.kind) {
    case 'buttons':
      checkButtons(faults, interactive);
      break;
    case 'list':
      checkList(faults, interactive);
      break;
    case 'link':
      faults.text('interactive.title', interactive.title, maxButtonTitle);
      checkLink(faults, 'interactive.url', interactive.url);
      break;
    case 'flow':
      checkFlow(faults, interactive);
      break;
    case 'product':
      faults.text('interactive.catalogId', interactive.catalogId, maxId);
      faults.text('interactive.productId', interactive.productId, maxId);
      break;
    case 'product-list':
      checkProducts(faults, interactive);
      break;
    case 'address':
      faults.form('interactive.country', interactive.country, country);
      break;
    case 'order-details':
      checkOrder(faults, 'interactive.order', interactive.order);
      break;
    case 'order-status':
      checkOrderStatus(faults, 'interactive.status', interactive.status);
      break;
    default:
  }
}

function checkFrame(faults: FaultList, interactive: OutgoingInteractive): void {
  const limit = interactive.kind === 'list' ? maxListBody : maxBody;
  if (interactive.kind === 'product') faults.optionalText('interactive.body', interactive.body, limit);
  else faults.text('interactive.body', interactive.body, limit);
  if ('footer' in interactive) faults.optionalText('interactive.footer', interactive.footer, maxFooter);
  if ('header' in interactive && interactive.header) checkHeader(faults, interactive.kind, interactive.header);
}

function checkHeader(faults: FaultList, kind: OutgoingInteractive['kind'], header: InteractiveHeader): void {
  if (header.kind === 'text') faults.text('interactive.header.text', header.text, maxHeader);
  else {
    checkSource(faults, 'interactive.header.media', header.media);
    if (kind === 'list' || kind === 'product-list') faults.add('not-allowed', 'interactive.header.media');
  }
}

function checkButtons(faults: FaultList, { buttons }: ReplyButtons): void {
  faults.count('interactive.buttons', buttons.length, maxButtons);
  for (const [index, { id, title }] of buttons.entries()) {
    faults.text(`interactive.buttons[${index}].id`, id, maxButtonId);
    faults.text(`interactive.buttons[${index}].title`, title, maxButtonTitle);
  }
  faults.unique(
    'interactive.buttons',
    buttons.map(({ id }) => id),
  );
}

function checkList(faults: FaultList, { button, sections }: ChoiceList): void {
  faults.text('interactive.button', button, maxButtonTitle);
  faults.count('interactive.sections', sections.length, maxSections);
  const rows = sections.flatMap((section) => section.rows);
  faults.count('interactive.sections.rows', rows.length, maxRows);
  for (const [at, { title, rows: own }] of sections.entries()) {
    const path = `interactive.sections[${at}]`;
    checkSectionTitle(faults, path, title, sections.length);
    if (own.length === 0) faults.add('missing', `${path}.rows`);
    for (const [index, row] of own.entries()) {
      faults.text(`${path}.rows[${index}].id`, row.id, maxRowId);
      faults.text(`${path}.rows[${index}].title`, row.title, maxRowTitle);
      faults.optionalText(`${path}.rows[${index}].description`, row.description, maxRowDescription);
    }
  }
  faults.unique(
    'interactive.sections.rows',
    rows.map(({ id }) => id),
  );
}

function checkSectionTitle(faults: FaultList, path: string, title: string | undefined, sections: number): void {
  if (sections > 1) faults.text(`${path}.title`, title, maxSectionTitle);
  else faults.optionalText(`${path}.title`, title, maxSectionTitle);
}

function checkFlow(faults: FaultList, { flow, button, action, screen }: FlowButton): void {
  faults.text('interactive.button', button, maxFlowButton);
  if ('id' in flow) faults.text('interactive.flow.id', flow.id, maxId);
  else faults.text('interactive.flow.name', flow.name, maxId);
  if (action === 'data_exchange' && screen !== undefined) faults.add('not-allowed', 'interactive.screen');
}

function checkProducts(faults: FaultList, { header, catalogId, sections }: ProductList): void {
  if (header === undefined) faults.add('missing', 'interactive.header');
  faults.text('interactive.catalogId', catalogId, maxId);
  faults.count('interactive.sections', sections.length, maxSections);
  const products = sections.flatMap(({ productIds }) => productIds);
  faults.count('interactive.sections.productIds', products.length, maxProducts);
  for (const [at, { title }] of sections.entries())
    checkSectionTitle(faults, `interactive.sections[${at}]`, title, sections.length);
}
