// Lo que Acta dice a una persona en español de México, de usted. Las mismas claves y marcas que en.ts.

import type { EN } from './en.ts';
import { ERRORS_ES } from './errors-es.ts';
import { LIVE_ES } from './live-es.ts';
import { QUALITY_ES } from './quality-es.ts';

export const ES: Readonly<Record<keyof typeof EN, string>> = {
  ...ERRORS_ES,
  ...LIVE_ES,
  ...QUALITY_ES,
  'import.reading': 'Leyendo {file}',
  'import.importing': 'Importando {file}',
  'import.file':
    '{file}: {added} {added|nuevo|nuevos}, {duplicates} ya {duplicates|conservado|conservados}, {newVersions} {newVersions|versión nueva|versiones nuevas} ({order}, {basis})',
  'import.id': '  es la importación {id}; acta undo {id} la retira',
  'import.suppressed':
    '{file}: {count} {count|asiento no entra porque fue borrado|asientos no entran porque fueron borrados} por orden. Con --readmit sí entran.',
  'import.warnings': '{file}: {count} {count|aviso|avisos}; el primero: {text}{count|| acta inspect los enumera.}',
  'import.sameAs': 'Al archivo le faltan {file} de los asientos conservados de su periodo; a Acta le faltaban {held}.',
  'import.total':
    '{files} {files|archivo|archivos}, {added} {added|asiento nuevo|asientos nuevos}. El libro tiene {size} {size|registro|registros}; su raíz es {root}.',
  'import.truncated':
    '{file} puede estar cortado: WhatsApp termina una exportación hacia los 40,000 mensajes sin multimedia, o 10,000 con ella. Importe también una exportación anterior del chat; se unen.',
  'import.askOrder':
    '{file}: no se distinguen día y mes.\n  1  {one}: del {oneFirst} al {oneLast}\n  2  {other}: del {otherFirst} al {otherLast}\n¿Cuál es? [1/2, Enter para dejar fuera el archivo] ',
  'import.askChat':
    '{file}: ya hay {count} {count|conversación|conversaciones} con este título. Por sus autores y fechas, el archivo no corresponde a ninguna o corresponde a varias.\nTítulo con el que se guarda (el mismo título lo une; Enter deja fuera el archivo): ',
  'vault.made':
    'Hay una bóveda nueva en {dir}. Su llave está en {keys}: sin la llave o el código de recuperación nadie puede leer la bóveda, tampoco Acta.',
  'vault.codeTerminal': 'Código de recuperación (se muestra una sola vez; anótelo y guárdelo lejos de este equipo):',
  'vault.codeInConsole': 'La consola muestra el código de recuperación al configurarla.',
  'vault.codeLater': 'Vea el código de recuperación, una sola vez, con: acta key code',
  'order.DMY': 'primero el día',
  'order.MDY': 'primero el mes',
  'order.YMD': 'primero el año',
  'order.MIXED': 'primero el día en una parte, primero el mes en otra',
  'order.AMBIGUOUS': 'primero el día o el mes',
  'order.NONE': 'sin fechas',
  'basis.year-first': 'las fechas empiezan con el año',
  'basis.field>12': 'lo prueba un número mayor que 12',
  'basis.month-name': 'los meses están por su nombre',
  'basis.media-names': 'lo prueban los nombres de los archivos multimedia',
  'basis.legality': 'la otra lectura saltaría atrás en el tiempo',
  'basis.volatility': 'el campo que más cambia es el día',
  'basis.dots': 'las fechas con puntos empiezan con el día',
  'basis.locale-shape': 'lo muestra la forma de las fechas',
  'basis.answer': 'usted lo dijo',
  'basis.same-dates': 'ambas lecturas dan las mismas fechas',
  'basis.mixed': 'la forma cambia dentro del archivo',
  'basis.prior': 'más probable, no probado',
  'basis.none': 'nada lo prueba',
  'inspect.head': '{path}: {platform}, {order} ({basis}), {entries} {entries|asiento|asientos} del {first} al {last}',
  'inspect.none': '{path}: no es un chat',
  'inspect.people':
    '  {authors} {authors|autor|autores}, {system} {system|línea|líneas} de sistema, {calls} {calls|llamada|llamadas}, {deleted} {deleted|eliminado|eliminados}, {edited} {edited|editado|editados}',
  'inspect.media': '  multimedia: {present} presentes, {omitted} omitidos, {missing} faltantes',
  'inspect.ambiguous':
    '  no se distinguen día y mes: {readings}. La importación pregunta, o lleva --date-order dmy, mdy o ymd.',
  'inspect.warning': '  {text}',
  'chats.head': 'id\tasientos\tprimero\túltimo\ttítulo\tpor',
  'chats.none': 'Aún no se conserva ninguna conversación. Importe una con: acta import FILE',
  'people.head': 'id\tasientos\tnombres y números',
  'show.version': '    estado anterior u otro ({seq}): {text}',
  'show.deleted': '(eliminado por el remitente)',
  'show.edited': '(editado)',
  'show.media': '[{type}: {name}, {state}]',
  'search.none': 'No se encontró nada.',
  'search.suggest': '¿Quiso decir: {words}?',
  'search.more': 'Hay más. --limit N muestra más.',
  'export.done':
    'En {file} hay {count} {count|asiento|asientos}; junto a él, {media} {media|archivo|archivos} multimedia.',
  'media.capture': '{file} tiene {size} bytes: la exportación tal como llegó, byte por byte.',
  'media.incomplete':
    '{file} tiene {size} bytes. La exportación está incompleta por lo borrado: falta lo que se borró por orden; el resto está tal como llegó.',
  'media.done': 'En {file} hay {size} {size|byte|bytes}.',
  'undo.done': 'La importación {id} está retirada y oculta. Sus registros se borran el {date}.',
  'undo.now': 'La importación {id} está retirada y sus registros, borrados.',
  'erase.preview':
    'Esto borra {records} {records|registro|registros}: {entries} {entries|asiento|asientos} en {chats} {chats|conversación|conversaciones}, {objects} {objects|archivo|archivos} multimedia. No se puede deshacer.',
  'erase.identifiers': 'Se conoce como: {names}',
  'erase.near': 'No se borra, pero se parece: {id} {names}',
  'erase.chat': '  {title}: {entries} {entries|asiento|asientos}',
  'erase.ask': 'Escriba ERASE para borrar, cualquier otra cosa para dejar todo como está: ',
  'erase.left': 'No se cambió nada.',
  'erase.done':
    'Borrado: {entries} {entries|registro|registros}, {keys} {keys|llave destruida|llaves destruidas}, {pages} {pages|página reescrita|páginas reescritas}, {files} {files|archivo revisado|archivos revisados}. El certificado es el registro {seq}. Ningún respaldo tiene una llave después de {until}.',
  'verify.intact':
    'Intacto: {size} {size|asiento|asientos}, raíz {root}. {checked} {checked|comprobado|comprobados}, {erased} {erased|borrado|borrados} por orden.',
  'verify.incomplete': 'Incompleto: {count|falta|faltan} {count} {count|tramo|tramos}. Lo que queda está probado.',
  'verify.altered':
    'Alterado: {count} {count|tramo no es lo que se selló, o falta|tramos no son lo que se selló, o faltan}. Deje esta bóveda como está y compárela con un respaldo.',
  'verify.stretch': '  {what} {first}–{last}: {reason}',
  'verify.progress': 'Comprobando',
  'prove.done': 'La prueba del registro {seq} está en {dir}. Cualquiera la puede comprobar con: acta check {dir}',
  'check.intact': 'Intacto: el registro {seq} está en el libro {origin} de {size} {size|asiento|asientos}.',
  'check.altered': 'Alterado: no se sostiene «{at}» ({reason}). No confíe en esta prueba.',
  'log.done': 'El libro de {size} {size|asiento|asientos} está en {dir}, con la estructura C2SP.',
  'cells.missing': 'La celda {cell} falta en esta respuesta: {reason}',
  'cells.unmade':
    'La celda {cell} aún no tiene bóveda en {dir}. Si debiera tenerla, detente: sus chats se tomarían por nuevos.',
  'import.cell.held': '{file}: a la celda {cell}, que tiene la conversación',
  'import.cell.number': '{file}: a la celda {cell}, por su número ({prefix}…)',
  'import.cell.home': '{file}: a la celda {cell}, de la región principal',
  'move.log': 'Copiando el libro',
  'move.objects': 'Copiando objetos',
  'move.fold': 'Reconstruyendo',
  'move.verify': 'Verificando',
  'move.done':
    '{size} {size|entrada|entradas} y {objects} {objects|objeto|objetos} pasaron de {from} a {to}, raíz {root}, todo íntegro.',
  'move.next':
    'Desde ahora usa la bóveda de allá. La de {from} ya no recibe registros. Todavía guarda todo lo que tenía, con sus llaves: lo que se borre desde ahora solo quedará borrado ahí cuando la elimines.',
  'move.nextShared': 'Desde ahora usa la bóveda de allá. La de {from} ya no recibe registros.',
  'move.keep': 'Nunca elimines con ella lo que ambas usan: {what}.',
  'move.accounts':
    'Las cuentas de las personas se quedan en {from}. El primer inicio en {to} muestra la dirección donde el propietario se registra otra vez.',
  'rebuild.done': '{records} {records|registro reconstruido|registros reconstruidos} en {seconds} s.',
  'rebuild.progress': 'Reconstruyendo',
  'quarantine.none': 'No hay nada en cuarentena.',
  'quarantine.row': '{id}\t{reason}\t{size} bytes\t{file}',
  'quarantine.retried': '{done} {done|entendido|entendidos}, {left} aún en cuarentena.',
  'key.code': 'Código de recuperación (se muestra una sola vez; anótelo y guárdelo lejos de este equipo):',
  'key.recovered': 'La llave de esta bóveda está otra vez en {dir}.',
  'apiKey.made':
    'La clave de API {id} sirve para: {scopes}. Se muestra solo esta vez; guárdela donde el programa la encuentre.',
  'apiKey.none':
    'Todavía no se creó ninguna clave de API. Cree una con: acta api-key create --name NOMBRE --scope PERMISOS',
  'apiKey.in-force': 'vigente',
  'apiKey.revoked': 'revocada',
  'apiKey.expired': 'vencida',
  'apiKey.revokedNow': 'La clave de API {id} está revocada: ya no deja entrar a nadie.',
  'key.rotated':
    'La bóveda tiene una llave nueva. La llave anterior y el código de recuperación anterior ya no abren nada.',
  'guard.as': 'Correo de su cuenta (vacío: el código de recuperación de la bóveda): ',
  'guard.code': 'Código que su aplicación muestra ahora: ',
  'guard.recovery': 'Código de recuperación de la bóveda: ',
  'key.askCode': 'Código de recuperación: ',
  'stats.line':
    '{records} {records|registro|registros}, {messages} {messages|mensaje|mensajes}, {chats} {chats|conversación|conversaciones}, {people} {people|persona|personas}, {erased} {erased|borrado|borrados}, {bytes} bytes',
  'send.intended': 'El registro {id} se enviará ({rule}). Véalo con: acta show',
  'send.refused': 'No se envió: {reason}',
  'serve.page': 'Abra en un navegador: {page}',
  'serve.listening': 'Escuchando en {address}. Webhook: {address}/webhooks/whatsapp',
  'serve.refused': 'Se rechazaron {count} entregas sin firma correcta.',
  'serve.failed': 'internal: {code}',
  'serve.held':
    'Lo que llega está a salvo en el disco, pero ahora no se puede registrar ({code}). Acta lo sigue intentando.',
  'serve.halted':
    'La plataforma detuvo un número ({code}): no sale nada por él hasta que se corrija la causa y se diga con acta halts --lift.',
  'serve.unrecorded': 'No se pudo registrar lo que pasó con un mensaje ({code}); no se envía otra vez.',
  'serve.missed':
    'Se abandonó el webhook {id} después de 36 horas para {count} eventos. Corríjalo y vuelva a enviarlos.',
  'serve.stopped': 'Detenido; todo lo confirmado está guardado.',
  'start.title': 'Acta conserva lo que se dijo en WhatsApp, y lo puede probar.',
  'start.vault':
    'El archivo {dir} guarda {messages} {messages|mensaje|mensajes} en {chats} {chats|conversación|conversaciones}.',
  'start.phones': 'Teléfonos para probar: {phones}',
  'start.next': 'Pruebe ahora:',
  'start.search': 'buscar una palabra en cualquiera de sus formas',
  'start.chats': 'enumerar las conversaciones',
  'start.verify': 'recalcular cada hash y comprobar la firma',
  'start.import': 'importar un chat propio (su zip o su txt)',
  'start.send': 'responder a quien escribió desde un teléfono',
  'start.help': 'todas las órdenes',
  'help.usage': 'Uso: acta COMMAND [WORDS] [--OPTIONS]',
  'help.everywhere':
    'Siempre: --vault DIR (o ACTA_VAULT; si no, ./acta-vault), --json, --help, --passphrase-file FILE (o ACTA_PASSPHRASE). La llave está en ACTA_KEYS. Con varias celdas (ACTA_CONFIG): --cell NOMBRE, o NOMBRE: antes de un id.',
  'help.examples': 'Ejemplos:',
  'help.inspect': 'Decir qué es una exportación, sin guardarla',
  'help.import': 'Importar exportaciones de chats: textos, zips, carpetas',
  'help.undo': 'Retirar una importación; sus registros se borran a los 30 días',
  'help.chats': 'Enumerar las conversaciones',
  'help.show': 'Mostrar una conversación',
  'help.search': 'Buscar asientos: palabras, "una frase", -sin, comienzo*, from: in: before: after: has:',
  'help.people': 'Enumerar a las personas con sus nombres y números',
  'help.export': 'Escribir una conversación como texto, JSON Lines o página web',
  'help.media': 'Escribir el archivo multimedia de un asiento, o la exportación de una importación tal como llegó',
  'help.verify': 'Comprobar que nada se cambió, se perdió ni se agregó',
  'help.prove': 'Escribir la prueba de un registro, para un tercero',
  'help.check': 'Comprobar esa prueba; no hace falta la bóveda',
  'help.export-log': 'Escribir el libro entero con la estructura C2SP',
  'help.erase': 'Olvidar a una persona, una conversación o asientos sueltos',
  'help.rebuild': 'Desechar las proyecciones y rehacerlas desde el libro',
  'help.move': 'Mudar la bóveda a PostgreSQL o a una carpeta, verificada al llegar',
  'help.quarantine': 'Ver lo que no se pudo entender; intentarlo otra vez',
  'help.api-key': 'Crear, ver y revocar claves con las que los programas usan la interfaz',
  'help.key': 'Ver una vez el código de recuperación, recuperar o renovar la llave',
  'help.stats': 'Contar todo',
  'help.send': 'Enviar un texto al otro lado de una conversación, por el servidor en marcha',
  'help.serve': 'Mantener abierto el archivo: recibir entregas de la plataforma de WhatsApp, responder a programas',
  'help.start': 'Iniciar Acta: crear el archivo si no existe y servirlo; con --demo, junto a teléfonos de prueba',
  'warning.count': '{text} ({count} veces en total)',
  'warning.empty': 'El archivo está vacío.',
  'warning.not-a-chat': 'Ninguna línea se lee como de una exportación de WhatsApp.',
  'warning.binary': 'El archivo no es texto.',
  'warning.utf-16': 'El texto está en UTF-16 en vez de UTF-8; se lee como tal.',
  'warning.invalid-utf8': 'La línea {line} tiene bytes que no son UTF-8; se ven como � y se guardan tal como llegaron.',
  'warning.control-characters': 'La línea {line} tiene caracteres de control; se guardan y se muestran como códigos.',
  'warning.preamble': 'La línea {line} está antes del primer asiento y no tiene fecha; se guarda tal como está.',
  'warning.pasted-header':
    'La línea {line} parece el comienzo de un mensaje, pero no concuerda con el archivo; se lee como texto del mensaje anterior.',
  'warning.impossible-date': 'La línea {line} tiene una fecha que no existe; se lee como texto del mensaje anterior.',
  'warning.date-before-2009':
    'La línea {line} tiene fecha anterior a 2009, cuando empezó WhatsApp. Compárela con el teléfono.',
  'warning.date-in-future':
    'La línea {line} tiene fecha futura. Compárela con el teléfono y revise el orden de día y mes.',
  'warning.date-order-ambiguous': 'No se distinguen día y mes. Se resuelve con --date-order dmy, mdy o ymd.',
  'warning.date-order-mixed': 'El archivo tiene varios órdenes de fecha; cada tramo se lee con el suyo.',
  'warning.answer-contradicted': 'Las fechas del archivo descartan el orden de --date-order; se usa el que admiten.',
  'warning.calendar-converted': 'Desde la línea {line} los años son de otro calendario; se convierten al gregoriano.',
  'warning.unknown-day-period':
    'La línea {line} lleva junto a la hora una palabra desconocida; las horas se leen tal como están. Compárelas con el teléfono.',
  'warning.backward-jump':
    'La línea {line} es más de un día anterior al asiento que la precede; se respeta el orden del archivo.',
  'warning.oversize-text':
    'En la línea {line} empieza un mensaje de más de 1 MiB; se guarda entero, y su comienzo como texto.',
  'warning.many-authors':
    'Desde la línea {line} hay más de 2,000 autores; el informe enumera los primeros 2,000 y todos los mensajes se leen.',
  'warning.possibly-truncated':
    'El archivo puede estar cortado: WhatsApp termina una exportación hacia los 40,000 mensajes sin multimedia, o 10,000 con ella.',
};
