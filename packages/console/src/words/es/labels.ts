// The business's own words for working at conversations: labels and canned replies.

import type { labels as english } from '../en/labels.ts';
import type { Translated } from '../translated.ts';

export const labels = {
  'labels.title': 'Etiquetas',
  'labels.about': 'Todos las ponen en las conversaciones. Una etiqueta que deja de usarse se quita de todas.',
  'labels.name': 'Nombre',
  'labels.colour': 'Color',
  'labels.colour-number': 'Color {number}',
  'labels.add': 'Añadir una etiqueta',
  'labels.change': 'Cambiar {name}',
  'labels.remove': 'Dejar de usar {name}',
  'labels.save': 'Guardar',
  'labels.none': 'Aún no hay etiquetas.',
  'labels.removed': '{name} ya no se usa.',
  'replies.title': 'Respuestas rápidas',
  'replies.about':
    'En el cuadro de respuesta aparecen en Respuestas. {nameMark} es el nombre del cliente; {agentMark}, el de quien responde.',
  'replies.name': 'Nombre',
  'replies.text': 'Texto',
  'replies.add': 'Añadir una respuesta',
  'replies.change': 'Cambiar {name}',
  'replies.remove': 'Dejar de usar {name}',
  'replies.save': 'Guardar',
  'replies.none': 'Aún no hay respuestas rápidas.',
  'replies.removed': '{name} ya no se usa.',
  'replies.receipts': 'Avisar a los clientes que sus mensajes se leyeron',
  'replies.receipts-about': 'Cuando alguien abre la conversación aquí, WhatsApp muestra allí las palomitas azules.',
  'prices.title': 'Precios',
  'prices.about':
    'Lo que WhatsApp cobra por mensaje, según se anote aquí; se muestra al responder. Cambia por país y mes: Acta no trae ninguno.',
  'prices.none': 'No hay precios definidos.',
  'prices.service': 'Respuesta en la ventana',
  'prices.all-others': 'los demás números',
  'prices.add': 'Añadir un precio',
  'prices.remove': 'Quitar el precio: {name}',
  'prices.what': 'Qué',
  'prices.prefix': 'Números que empiezan con',
  'prices.prefix-hint': 'Código de país, como +52. Vacío: los demás.',
  'prices.prefix-wrong': 'Lleva cifras, 8 como máximo.',
  'prices.amount': 'Precio por mensaje',
  'prices.amount-wrong': 'Lleva un número, como 0.85.',
  'prices.currency': 'Moneda',
  'prices.currency-hint': 'Tres letras, como MXN.',
  'prices.save': 'Guardar el precio',
} as const satisfies Translated<typeof english>;
