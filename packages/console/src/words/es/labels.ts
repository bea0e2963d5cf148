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
} as const satisfies Translated<typeof english>;
