// Interactive messages: buttons, lists and what else can be tapped, with the limits of each.
import { checkSource, type FindMedia } from './content.ts';
import { checkUnique, type Form } from './form.ts';
import { checkOrderDetails, checkOrderStatus } from './order.ts';

const kinds = [
  'button',
  'list',
  'cta_url',
  'flow',
  'product',
  'product_list',
  'catalog_message',
  'location_request_message',
  'address_message',
  'call_permission_request',
  'order_details',
  'order_status',
] as const;
type Kind = (typeof kinds)[number];

const link = /^https?:\/\/[^\s/]+/i;
const country = /^[A-Z]{2}$/;
const maxBody = 1024;
const maxListBody = 4096;
const maxShort = 60;
const addressCountries: readonly string[] = ['IN', 'SG'];

/** Checks the `interactive` object of a request. */
export function checkInteractive(interactive: Form, find: FindMedia): void {
  const kind = interactive.oneOf('type', kinds);
  checkFrame(interactive, kind, find);
  const checks: Readonly<Record<Kind, (action: Form) => void>> = {
    button: checkButtons,
    list: checkList,
    cta_url: checkLinkButton,
    flow: checkFlow,
    product: (action) => {
      action.text('catalog_id', { max: 512 });
      action.text('product_retailer_id', { max: 512 });
    },
    product_list: checkProducts,
    catalog_message: (action) => action.oneOf('name', ['catalog_message']),
    location_request_message: (action) => action.oneOf('name', ['send_location']),
    address_message: checkAddress,
    call_permission_request: (action) => action.oneOf('name', ['call_permission_request']),
    order_details: checkOrderDetails,
    order_status: checkOrderStatus,
  };
  checks[kind](interactive.inner('action'));
}

function checkFrame(interactive: Form, kind: Kind, find: FindMedia): void {
  const max = kind === 'list' ? maxListBody : maxBody;
  if (kind === 'product') interactive.optionalInner('body')?.text('text', { max });
  else interactive.inner('body').text('text', { max });
  interactive.optionalInner('footer')?.text('text', { max: maxShort });
  const header = interactive.optionalInner('header');
  if (kind === 'product_list' && !header) interactive.missing('header');
  if (kind === 'product' && header) interactive.tooMuch('header', 'is not allowed');
  if (header) checkHeader(header, kind, find);
}

function checkHeader(header: Form, kind: Kind, find: FindMedia): void {
  const type = header.oneOf('type', ['text', 'image', 'video', 'document']);
  if (type === 'text') header.text('text', { max: maxShort });
  else if (kind === 'list' || kind === 'product_list') header.tooMuch('type', 'must be text');
  else checkSource(header.inner(type), type, find);
}

function checkButtons(action: Form): void {
  const replies = action.list('buttons', { max: 3 }).map((button) => {
    button.oneOf('type', ['reply']);
    const reply = button.inner('reply');
    return { id: reply.text('id', { max: 256 }), title: reply.text('title', { max: 20 }) };
  });
  checkUnique(
    action,
    'buttons.reply.id',
    replies.map(({ id }) => id),
  );
  checkUnique(
    action,
    'buttons.reply.title',
    replies.map(({ title }) => title),
  );
}

function checkList(action: Form): void {
  action.text('button', { max: 20 });
  const sections = action.list('sections', { max: 10 });
  const rows = sections.flatMap((section) => {
    if (sections.length > 1) section.text('title', { max: 24 });
    else section.optionalText('title', { max: 24 });
    return section.list('rows', { max: 10 });
  });
  if (rows.length > 10) action.tooMuch('sections', 'must have at most 10 rows in all');
  const ids = rows.map((row) => {
    row.text('title', { max: 24 });
    row.optionalText('description', { max: 72 });
    return row.text('id', { max: 200 });
  });
  checkUnique(action, 'sections.rows.id', ids);
}

function checkLinkButton(action: Form): void {
  action.oneOf('name', ['cta_url']);
  const parameters = action.inner('parameters');
  parameters.text('display_text', { max: 20 });
  parameters.text('url', { max: 2048, form: link });
}

function checkFlow(action: Form): void {
  action.oneOf('name', ['flow']);
  const parameters = action.inner('parameters');
  parameters.oneOf('flow_message_version', ['3']);
  if (parameters.has('flow_id') === parameters.has('flow_name')) parameters.missing('flow_id');
  parameters.text('flow_cta', { max: 30 });
  parameters.optionalText('flow_token', { max: 2048 });
}

function checkProducts(action: Form): void {
  action.text('catalog_id', { max: 512 });
  const sections = action.list('sections', { max: 10 });
  const products = sections.flatMap((section) => {
    if (sections.length > 1) section.text('title', { max: 24 });
    return section.list('product_items', { max: 30 });
  });
  for (const product of products) product.text('product_retailer_id', { max: 512 });
  if (products.length > 30) action.tooMuch('sections', 'must have at most 30 products in all');
}

function checkAddress(action: Form): void {
  action.oneOf('name', ['address_message']);
  const parameters = action.inner('parameters');
  if (!addressCountries.includes(parameters.text('country', { max: 2, form: country })))
    parameters.wrong('country', 'has no address messages');
}
