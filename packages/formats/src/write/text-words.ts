// The phrases that WhatsApp's own exports put in place of what text cannot hold, in three languages. They are data of
// the format, to be read back by machines: not sentences of Acta.

/** Phrases of one language. `omitted` of iOS go by the type of the message; `file` is for all others. */
export interface TextWords {
  readonly androidOmitted: string;
  readonly androidAttached: string;
  readonly iosOmitted: Readonly<Record<string, string>> & { readonly file: string };
  readonly iosAttached: string;
  readonly deleted: string;
  readonly edited: string;
  readonly location: string;
  readonly poll: string;
  readonly option: string;
  readonly votes: string;
}

export type WriterLanguage = 'en' | 'es' | 'zh';

export const textWords: Readonly<Record<WriterLanguage, TextWords>> = {
  en: {
    androidOmitted: '<Media omitted>',
    androidAttached: '(file attached)',
    iosOmitted: {
      image: 'image omitted',
      video: 'video omitted',
      audio: 'audio omitted',
      voice: 'audio omitted',
      sticker: 'sticker omitted',
      gif: 'GIF omitted',
      contact: 'Contact card omitted',
      file: 'document omitted',
    },
    iosAttached: 'attached',
    deleted: 'This message was deleted.',
    edited: '<This message was edited>',
    location: 'location',
    poll: 'POLL',
    option: 'OPTION',
    votes: 'votes',
  },
  es: {
    androidOmitted: '<Multimedia omitido>',
    androidAttached: '(archivo adjunto)',
    iosOmitted: {
      image: 'imagen omitida',
      video: 'Video omitido',
      audio: 'audio omitido',
      voice: 'audio omitido',
      sticker: 'sticker omitido',
      gif: 'GIF omitido',
      contact: 'Tarjeta de contacto omitida',
      file: 'documento omitido',
    },
    iosAttached: 'adjunto',
    deleted: 'Se eliminó este mensaje.',
    edited: '<Se editó este mensaje.>',
    location: 'ubicación',
    poll: 'ENCUESTA',
    option: 'OPCIÓN',
    votes: 'votos',
  },
  zh: {
    androidOmitted: '<省略多媒体文件>',
    androidAttached: '(文件附件)',
    iosOmitted: {
      image: '图片已省略',
      video: '视频已省略',
      audio: '音频已省略',
      voice: '音频已省略',
      sticker: '贴纸已忽略',
      gif: 'GIF 已省略',
      contact: '联系人名片已省略',
      file: '文档已省略',
    },
    iosAttached: '附件',
    deleted: '此消息已删除',
    edited: '<此消息已编辑>',
    location: '位置',
    poll: '投票',
    option: '选项',
    votes: '票',
  },
};
