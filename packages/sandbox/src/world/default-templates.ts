// The templates that stand if no others are given: one of each kind that a business needs, in three languages where that matters, and
// one in each state that refuses.
import type { Template, TemplateComponent } from './template.ts';

const body = (text: string): TemplateComponent => ({ type: 'BODY', text });
const greetings = {
  en: 'Hello {{1}}, thank you for writing to Casa Luna.',
  es: 'Hola {{1}}, gracias por escribir a Casa Luna.',
  zh_CN: '{{1}}您好，感谢联系月亮之家。',
};
const orders = {
  en: 'Hello {{1}}, your order {{2}} is on its way and arrives on {{3}}.',
  es: 'Hola {{1}}, su pedido {{2}} va en camino y llega el {{3}}.',
  zh_CN: '{{1}}您好，您的订单 {{2}} 已发货，预计 {{3}} 送达。',
};
const codes = { en: '{{1}} is your code.', es: '{{1}} es su código.', zh_CN: '您的验证码是 {{1}}。' };

const inLanguages = (
  words: Readonly<Record<string, string>>,
  make: (text: string) => Omit<Template, 'id' | 'language'>,
): readonly Omit<Template, 'id'>[] => Object.entries(words).map(([language, text]) => ({ ...make(text), language }));

const simple =
  (name: string, category: Template['category'], state: Template['state'] = 'APPROVED') =>
  (text: string): Omit<Template, 'id' | 'language'> => ({
    name,
    category,
    parameterFormat: 'POSITIONAL',
    components: [body(text)],
    state,
  });

const all: readonly Omit<Template, 'id'>[] = [
  {
    name: 'hello_world',
    language: 'en_US',
    category: 'UTILITY',
    parameterFormat: 'POSITIONAL',
    components: [
      { type: 'HEADER', format: 'TEXT', text: 'Hello World' },
      body('Welcome and congratulations. This message shows that sending works.'),
      { type: 'FOOTER', text: 'Casa Luna' },
    ],
    state: 'APPROVED',
  },
  ...inLanguages(greetings, simple('greeting', 'UTILITY')),
  ...inLanguages(orders, simple('order_sent', 'UTILITY')),
  ...inLanguages(codes, simple('login_code', 'AUTHENTICATION')),
  {
    name: 'spring_offer',
    language: 'en',
    category: 'MARKETING',
    parameterFormat: 'NAMED',
    components: [
      { type: 'HEADER', format: 'IMAGE' },
      body('{{customer}}, this week all {{product}} are {{discount}} off.'),
      { type: 'FOOTER', text: 'Reply STOP to hear no more of offers.' },
      {
        type: 'BUTTONS',
        buttons: [
          { type: 'QUICK_REPLY', text: 'Tell me more' },
          { type: 'URL', text: 'See the shop', url: 'https://shop.example/{{1}}' },
        ],
      },
    ],
    state: 'APPROVED',
  },
  { ...simple('offer', 'MARKETING')('This week all mugs are 20% off, {{1}}.'), language: 'en' },
  { ...simple('offer', 'MARKETING')('Esta semana todas las tazas llevan 20% de descuento, {{1}}.'), language: 'es' },
  { ...simple('paused_offer', 'MARKETING', 'PAUSED')('Nobody opened this one.'), language: 'en' },
  { ...simple('disabled_offer', 'MARKETING', 'DISABLED')('Too many blocked this one.'), language: 'en' },
  { ...simple('new_offer', 'MARKETING', 'PENDING')('Nobody has looked at this one yet.'), language: 'en' },
  { ...simple('refused_offer', 'MARKETING', 'REJECTED')('This one promises too much.'), language: 'en' },
];

/** The default templates, with ids. */
export const defaultTemplates: readonly Template[] = all.map((template, index) => ({
  ...template,
  id: String(594_425_479_261_596 + index),
}));
