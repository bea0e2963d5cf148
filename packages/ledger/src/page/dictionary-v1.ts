/**
 * Compression dictionary 1, as `dictionary-source.ts` makes it. Strips stored anywhere depend on every byte: it never
 * changes; a better one is a new file with a new number.
 */
const LINES: readonly string[] = [
  '{"at":"2024-05-16T09:20:31","chat":3,"kind":"system","line":1,"raw":"","text":"","type":"system","v":1}',
  '{"at":1715851260,"chat":3,"direction":"out","from":"521550000000","id":"wamid.HBgNNTIx","kind":"message","to":"521550000000","text":"","type":"template","v":1}',
  '{"at":1715851260,"chat":3,"id":"wamid.HBgNNTIx","kind":"status","recipient":"521550000000","status":"delivered","v":1}',
  '{"at":1715851260,"chat":3,"direction":"in","from":"521550000000","id":"wamid.HBgNNTIx","kind":"message","media":{"mime":"image/jpeg","name":"IMG-20240516-WA0001.jpg","sha256":"","size":0},"text":"","type":"image","v":1}',
  '{"at":"2024-05-16T09:20","author":"王伟","chat":3,"kind":"message","line":100,"raw":"2024/5/16 09:20 - 王伟: 你好，请问有货吗？","text":"你好，请问有货吗？","type":"text","v":1}',
  '{"at":"2024-05-16T09:20","author":"王伟","chat":3,"kind":"message","line":101,"raw":"2024/5/16 09:20 - 王伟: 好的，谢谢","text":"好的，谢谢","type":"text","v":1}',
  '{"at":"2024-05-16T09:20","author":"王伟","chat":3,"kind":"message","line":102,"raw":"2024/5/16 09:20 - 王伟: 我明天付款，可以吗？","text":"我明天付款，可以吗？","type":"text","v":1}',
  '{"at":"2024-05-16T09:20","author":"王伟","chat":3,"kind":"message","line":103,"raw":"2024/5/16 09:20 - 王伟: 多少钱？什么时候发货？","text":"多少钱？什么时候发货？","type":"text","v":1}',
  '{"at":"2024-05-16T09:20","author":"王伟","chat":3,"kind":"message","line":104,"raw":"2024/5/16 09:20 - 王伟: 已经收到了，没问题","text":"已经收到了，没问题","type":"text","v":1}',
  '{"at":"2024-05-16T10:41","author":"James Carter","chat":3,"kind":"message","line":105,"raw":"5/16/24, 10:41 AM - James Carter: Hi, good morning! I would like to know the price, please.","text":"Hi, good morning! I would like to know the price, please.","type":"text","v":1}',
  '{"at":"2024-05-16T10:41","author":"James Carter","chat":3,"kind":"message","line":106,"raw":"5/16/24, 10:41 AM - James Carter: Thank you very much, see you tomorrow then.","text":"Thank you very much, see you tomorrow then.","type":"text","v":1}',
  '{"at":"2024-05-16T10:41","author":"James Carter","chat":3,"kind":"message","line":107,"raw":"5/16/24, 10:41 AM - James Carter: Ok, the order will be ready today. Can you send me the address and the invoice?","text":"Ok, the order will be ready today. Can you send me the address and the invoice?","type":"text","v":1}',
  '{"at":"2024-05-16T10:41","author":"James Carter","chat":3,"kind":"message","line":108,"raw":"5/16/24, 10:41 AM - James Carter: Sorry, I have not received the payment yet. When is the delivery?","text":"Sorry, I have not received the payment yet. When is the delivery?","type":"text","v":1}',
  '{"at":"2024-05-16T10:41","author":"James Carter","chat":3,"kind":"message","line":109,"raw":"5/16/24, 10:41 AM - James Carter: Yes, of course. Let me know if you have any questions","text":"Yes, of course. Let me know if you have any questions","type":"text","v":1}',
  '{"at":"2024-05-16T21:41","author":"María González","chat":3,"kind":"message","line":110,"raw":"16/5/24, 21:41 - María González: <Media omitted>","text":"<Media omitted>","type":"text","v":1}',
  '{"at":"2024-05-16T21:41","author":"María González","chat":3,"kind":"message","line":111,"raw":"16/5/24, 21:41 - María González: Multimedia omitido","text":"Multimedia omitido","type":"text","v":1}',
  '{"at":"2024-05-16T21:41","author":"María González","chat":3,"kind":"message","line":112,"raw":"16/5/24, 21:41 - María González: Hola, buenos días. ¿Cómo está? Quería saber el precio y si tienen disponible para mañana, por favor.","text":"Hola, buenos días. ¿Cómo está? Quería saber el precio y si tienen disponible para mañana, por favor.","type":"text","v":1}',
  '{"at":"2024-05-16T21:41","author":"María González","chat":3,"kind":"message","line":113,"raw":"16/5/24, 21:41 - María González: Muchas gracias, quedo pendiente de la factura y del envío","text":"Muchas gracias, quedo pendiente de la factura y del envío","type":"text","v":1}',
  '{"at":"2024-05-16T21:41","author":"María González","chat":3,"kind":"message","line":114,"raw":"16/5/24, 21:41 - María González: Buenas tardes, ya hice la transferencia. Le mando el comprobante","text":"Buenas tardes, ya hice la transferencia. Le mando el comprobante","type":"text","v":1}',
  '{"at":"2024-05-16T21:41","author":"María González","chat":3,"kind":"message","line":115,"raw":"16/5/24, 21:41 - María González: Sí, claro. Con mucho gusto, ¿a qué hora pasa por el pedido?","text":"Sí, claro. Con mucho gusto, ¿a qué hora pasa por el pedido?","type":"text","v":1}',
  '{"at":"2024-05-16T21:41","author":"María González","chat":3,"kind":"message","line":116,"raw":"16/5/24, 21:41 - María González: Perfecto, nos vemos el lunes entonces. Gracias a usted","text":"Perfecto, nos vemos el lunes entonces. Gracias a usted","type":"text","v":1}',
  '{"at":"2024-05-16T21:41","author":"María González","chat":3,"kind":"message","line":117,"raw":"16/5/24, 21:41 - María González: No, todavía no me ha llegado nada. ¿Me puede confirmar la dirección?","text":"No, todavía no me ha llegado nada. ¿Me puede confirmar la dirección?","type":"text","v":1}',
];

/** The dictionary's bytes, as if they had stood before what is compressed. */
export const DICTIONARY_V1: Uint8Array = Buffer.from(LINES.join('\n'), 'utf8');
