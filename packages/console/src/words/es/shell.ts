// What stands around every page.

import type { shell as english } from '../en/shell.ts';
import type { Translated } from '../translated.ts';

export const shell = {
  'shell.inbox': 'Bandeja',
  'shell.search': 'Buscar',
  'shell.people': 'Personas',
  'shell.import': 'Importar',
  'shell.integrity': 'Integridad',
  'shell.audit': 'Auditoría',
  'shell.settings': 'Ajustes',
  'shell.more': 'Más',
  'shell.pages': 'Páginas',
  'shell.skip': 'Ir al contenido',
  'shell.close': 'Cerrar',
  'shell.undo': 'Deshacer',
  'shell.cancel': 'Cancelar',
  'shell.retry': 'Reintentar',
  'shell.loading': 'Cargando',
  'shell.offline': 'Sin conexión. Se ve lo último que se leyó aquí.',
  'shell.server-away': 'El servidor no responde desde las {time}. Se reintenta en {seconds} s.',
  'shell.page-failed': 'Esta página no se pudo mostrar. No se perdió nada.',
  'shell.not-found': 'No existe esa página.',
  'shell.to-inbox': 'Ir a la bandeja',
  'shell.waiting-people': { one: '{count} conversación espera', other: '{count} conversaciones esperan' },
  'shell.notices': 'Avisos',
} as const satisfies Translated<typeof english>;
