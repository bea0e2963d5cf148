/**
 * Makes the text of a compression dictionary: invented records in Spanish, English and Chinese, so that the shape of a
 * record and its commonest words need not be stored again in every small strip. Run it to print the text; the result
 * stands in a versioned file and never changes, since stored strips depend on it to the byte.
 */

interface Sample {
  readonly author: string;
  readonly header: string;
  readonly at: string;
  readonly texts: readonly string[];
}

const SAMPLES: readonly Sample[] = [
  {
    author: '王伟',
    header: '2024/5/16 09:20',
    at: '2024-05-16T09:20',
    texts: ['你好，请问有货吗？', '好的，谢谢', '我明天付款，可以吗？', '多少钱？什么时候发货？', '已经收到了，没问题'],
  },
  {
    author: 'James Carter',
    header: '5/16/24, 10:41 AM',
    at: '2024-05-16T10:41',
    texts: [
      'Hi, good morning! I would like to know the price, please.',
      'Thank you very much, see you tomorrow then.',
      'Ok, the order will be ready today. Can you send me the address and the invoice?',
      'Sorry, I have not received the payment yet. When is the delivery?',
      'Yes, of course. Let me know if you have any questions',
    ],
  },
  {
    author: 'María González',
    header: '16/5/24, 21:41',
    at: '2024-05-16T21:41',
    texts: [
      '<Media omitted>',
      'Multimedia omitido',
      'Hola, buenos días. ¿Cómo está? Quería saber el precio y si tienen disponible para mañana, por favor.',
      'Muchas gracias, quedo pendiente de la factura y del envío',
      'Buenas tardes, ya hice la transferencia. Le mando el comprobante',
      'Sí, claro. Con mucho gusto, ¿a qué hora pasa por el pedido?',
      'Perfecto, nos vemos el lunes entonces. Gracias a usted',
      'No, todavía no me ha llegado nada. ¿Me puede confirmar la dirección?',
    ],
  },
];

const SHAPES: readonly string[] = [
  '{"at":"2024-05-16T09:20:31","chat":3,"kind":"system","line":1,"raw":"","text":"","type":"system","v":1}',
  '{"at":1715851260,"chat":3,"direction":"out","from":"521550000000","id":"wamid.HBgNNTIx","kind":"message","to":"521550000000","text":"","type":"template","v":1}',
  '{"at":1715851260,"chat":3,"id":"wamid.HBgNNTIx","kind":"status","recipient":"521550000000","status":"delivered","v":1}',
  '{"at":1715851260,"chat":3,"direction":"in","from":"521550000000","id":"wamid.HBgNNTIx","kind":"message","media":{"mime":"image/jpeg","name":"IMG-20240516-WA0001.jpg","sha256":"","size":0},"text":"","type":"image","v":1}',
];

/** The dictionary's text. What is likeliest stands last, where a match costs least. */
export function dictionaryText(): string {
  const lines = [...SHAPES];
  let line = 100;
  for (const { author, header, at, texts } of SAMPLES) {
    for (const text of texts) {
      const raw = `${header} - ${author}: ${text}`;
      lines.push(JSON.stringify({ at, author, chat: 3, kind: 'message', line, raw, text, type: 'text', v: 1 }));
      line++;
    }
  }
  return lines.join('\n');
}

if (import.meta.main) process.stdout.write(dictionaryText());
