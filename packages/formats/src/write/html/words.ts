// The few words of an HTML export in three languages. Names and numbers are put in by whoever uses them; a `{}` marks the
// place of a name.

import type { WriterLanguage } from '../text-words.ts';
import type { WrittenState } from '../written-message.ts';

export interface HtmlWords {
  readonly locale: string;
  readonly subtitle: string;
  readonly made: string;
  readonly messages: (count: number, shown: string) => string;
  readonly entry: string;
  readonly edited: string;
  readonly versions: (count: number, shown: string) => string;
  readonly before: string;
  readonly deletedBy: string;
  readonly deleted: string;
  readonly call: string;
  readonly omitted: string;
  readonly missing: string;
  readonly file: string;
  readonly states: Readonly<Record<WrittenState, string>>;
  readonly votes: (count: number, shown: string) => string;
  readonly types: Readonly<Record<string, string>>;
  readonly foot: string;
  readonly colon: string;
}

const plural = (one: string, many: string) => (count: number, shown: string) => `${shown} ${count === 1 ? one : many}`;

export const htmlWords: Readonly<Record<WriterLanguage, HtmlWords>> = {
  en: {
    locale: 'en-GB',
    subtitle: 'Exported conversation',
    made: 'Made on',
    messages: plural('message', 'messages'),
    entry: 'Entry',
    edited: 'Edited',
    versions: plural('version', 'versions'),
    before: 'Before',
    deletedBy: '{} deleted this message.',
    deleted: 'This message was deleted by its sender.',
    call: 'Call',
    omitted: 'not part of the export it came from',
    missing: 'missing',
    file: 'File',
    states: {
      sent: '✓ sent',
      delivered: '✓✓ delivered',
      read: '✓✓ read',
      played: '✓✓ played',
      failed: '✗ not delivered',
    },
    votes: plural('vote', 'votes'),
    types: {
      image: 'Photo',
      video: 'Video',
      audio: 'Audio',
      voice: 'Voice note',
      document: 'Document',
      sticker: 'Sticker',
      gif: 'GIF',
      location: 'Location',
      contact: 'Contact card',
      poll: 'Poll',
      'view-once': 'View once',
    },
    foot: 'A copy to read. It proves nothing by itself: an evidence bundle does.',
    colon: ': ',
  },
  es: {
    locale: 'es-MX',
    subtitle: 'Conversación exportada',
    made: 'Generada el',
    messages: plural('mensaje', 'mensajes'),
    entry: 'Asiento',
    edited: 'Editado',
    versions: plural('versión', 'versiones'),
    before: 'Antes',
    deletedBy: '{} eliminó este mensaje.',
    deleted: 'El remitente eliminó este mensaje.',
    call: 'Llamada',
    omitted: 'no venía en la exportación de origen',
    missing: 'falta',
    file: 'Archivo',
    states: {
      sent: '✓ enviado',
      delivered: '✓✓ entregado',
      read: '✓✓ leído',
      played: '✓✓ reproducido',
      failed: '✗ no entregado',
    },
    votes: plural('voto', 'votos'),
    types: {
      image: 'Foto',
      video: 'Video',
      audio: 'Audio',
      voice: 'Nota de voz',
      document: 'Documento',
      sticker: 'Sticker',
      gif: 'GIF',
      location: 'Ubicación',
      contact: 'Tarjeta de contacto',
      poll: 'Encuesta',
      'view-once': 'Para ver una vez',
    },
    foot: 'Copia para leer. No prueba nada por sí sola: para eso está el paquete de evidencia.',
    colon: ': ',
  },
  zh: {
    locale: 'zh-CN',
    subtitle: '导出的对话',
    made: '生成于',
    messages: (_count, shown) => `${shown} 条消息`,
    entry: '条目',
    edited: '已编辑',
    versions: (_count, shown) => `${shown} 个版本`,
    before: '此前',
    deletedBy: '{} 删除了这条消息。',
    deleted: '对方已删除这条消息。',
    call: '通话',
    omitted: '原导出文件未包含',
    missing: '缺失',
    file: '文件',
    states: { sent: '✓ 已发送', delivered: '✓✓ 已送达', read: '✓✓ 已读', played: '✓✓ 已播放', failed: '✗ 未送达' },
    votes: (_count, shown) => `${shown} 票`,
    types: {
      image: '图片',
      video: '视频',
      audio: '音频',
      voice: '语音',
      document: '文档',
      sticker: '贴纸',
      gif: 'GIF',
      location: '位置',
      contact: '联系人名片',
      poll: '投票',
      'view-once': '仅查看一次',
    },
    foot: '本文件仅供阅读，本身不构成证明；证明请用证据包。',
    colon: '：',
  },
};
