// Lo mismo que errors-en.ts en español de México, de usted. Órdenes, opciones, archivos y marcas quedan como están.

import type { ERRORS_EN } from './errors-en.ts';

export const ERRORS_ES: Readonly<Record<keyof typeof ERRORS_EN, string>> = {
  'error.usage': 'acta {command}: {reason} {word}\nConsulte: acta {command} --help',
  'error.usage.words-missing': 'falta algo después de la orden',
  'error.usage.word-extra': 'sobra una palabra:',
  'error.usage.option-unknown': 'no existe la opción',
  'error.usage.option-value': 'la opción necesita un valor o no lleva ninguno:',
  'error.usage.number': 'no es un número entero:',
  'error.usage.choice': 'no es una de las opciones posibles:',
  'error.usage.date': 'no es una fecha (YYYY-MM-DD):',
  'error.usage.command': 'No existe la orden {word}. acta --help las enumera.',
  'error.usage.one-of': 'hace falta exactamente una de',
  'error.vault-missing': 'No hay ninguna bóveda en {dir}. Indíquela con --vault o ACTA_VAULT; acta import crea una.',
  'error.vault-damaged':
    'El archivo {file} de la bóveda está dañado. No se cambió nada. Repóngalo desde un respaldo y después ejecute acta verify.',
  'error.vault-newer':
    'Una versión más nueva de Acta creó esta bóveda (formato {format}). No se cambió nada. Use esa versión.',
  'error.vault-moved':
    'Esta bóveda se mudó a {place}. Aquí ya no se escribe nada, ni se muestra nada que deba quedar en registro. Úsala allá; acta verify y acta stats siguen funcionando aquí.',
  'error.vault-arriving':
    'Esta bóveda no ha llegado completa desde {place}. No se cambió nada. Ejecuta allá otra vez el mismo acta move: sigue donde se quedó.',
  'error.move-target': 'No se mudó nada a {place}: {reason}. La bóveda de aquí sigue como estaba.',
  'error.move-target.same': 'la bóveda ya está ahí',
  'error.move-target.cell': 'ahí hay otra bóveda',
  'error.move-target.stands': 'esta bóveda ya está ahí y en uso, o se restauró ahí',
  'error.move-target.longer': 'lo que hay ahí tiene registros que faltan aquí',
  'error.move-target.other': 'lo que hay ahí no es parte de esta bóveda',
  'error.move-target.keys': 'las llaves de ahí no son las de esta bóveda',
  'error.move-unproven':
    'Lo que llegó no se puede verificar ({verdict}). La bóveda de aquí sigue como estaba y en uso. Ejecuta aquí acta verify --deep y luego acta move otra vez.',
  'error.cells-config': '{file}: {at}: {reason}. No se abrió nada. docs/cells.md dice qué puede ir ahí.',
  'error.cells-config.json': 'no es JSON',
  'error.cells-config.member': 'no se conoce ese campo',
  'error.cells-config.form': 'falta, o no es del tipo correcto',
  'error.cells-config.name': 'un nombre lleva minúsculas, cifras y guiones, y empieza con letra',
  'error.cells-config.number': "el comienzo de un número se escribe con '+' y cifras",
  'error.cells-config.twice': 'otra celda tiene ese nombre',
  'error.cells-config.claimed': 'otra región reclama ese comienzo de números',
  'error.cells-config.home': 'ninguna celda está en la región principal',
  'error.cells-config.place': 'otra celda tiene esa carpeta o esa base de datos',
  'error.cells-config.env': 'la variable que nombra no está definida',
  'error.cell-needed':
    'Esto es de una sola celda. Nómbrala con --cell, o escribe NOMBRE: antes del id. Celdas: {cells}.',
  'error.cell-unknown': 'No hay una celda {cell}. Celdas: {cells}.',
  'error.cell-unclear': 'Varias celdas tienen esta conversación ({cells}). No se tomó nada. Nombra una con --cell.',
  'error.cell-differs':
    'La carpeta {dir} pertenece a otra bóveda que la base de datos {server}. No se cambió nada. Indique otra carpeta con --vault o ACTA_VAULT, o la base de datos correcta en ACTA_DATABASE_URL.',
  'error.key-missing':
    'La llave de esta bóveda no está en {dir} (archivo {cell}.root). Indique su carpeta con ACTA_KEYS, o use: acta key recover',
  'error.key-wrong':
    'La llave no abre {file}: es de otra bóveda o el archivo está dañado. No se cambió nada. Indique la carpeta correcta con ACTA_KEYS, o use: acta key recover',
  'error.key-exposed': 'Otros usuarios de este equipo pueden leer la llave {file}. Hágala privada: chmod 600 {file}',
  'error.passphrase-needed':
    'La llave está sellada con una frase de contraseña. Indíquela con --passphrase-file o ACTA_PASSPHRASE.',
  'error.passphrase-wrong':
    'La frase de contraseña no abre la llave. No se cambió nada. Inténtelo otra vez, o use: acta key recover',
  'error.recovery-missing':
    'Nunca se mostró un código de recuperación de esta bóveda, así que no hay con qué recuperarla.',
  'error.recovery-wrong':
    'Este no es el código de recuperación de esta bóveda. No se cambió nada. Revíselo letra por letra.',
  'error.code-shown':
    'El código de recuperación ya se mostró y no se guarda legible. acta key rotate crea una llave nueva con un código nuevo.',
  'error.writer-busy': 'Otro proceso de Acta escribe en esta bóveda. Espere a que termine, o deténgalo.',
  'error.database-url':
    'La dirección de {setting} no sirve: {reason}. Se escribe postgresql://USER@HOST:PORT/DATABASE?sslmode=verify-full. No se cambió nada.',
  'error.database-url.form': 'no es el URL de una base de datos PostgreSQL',
  'error.database-url.alone': 'necesita ACTA_DATABASE_URL a su lado',
  'error.database-url.host': 'no indica ningún servidor',
  'error.database-url.hosts': 'indica varios servidores; indique el que escribe, o una dirección que lo siga',
  'error.database-url.port': 'el puerto no es un número de 1 a 65535',
  'error.database-url.database': 'no indica ninguna base de datos',
  'error.database-url.parameter': 'el parámetro {name} no se conoce, o está dos veces',
  'error.database-insecure':
    'A {server} se llegaría con sslmode={mode}, que no prueba quién responde. Escriba sslmode=verify-full en {setting}, con sslrootcert=FILE si la autoridad es propia. No se envió nada.',
  'error.database-unreachable':
    'La base de datos {server} no responde, o cerró la conexión. Lo confirmado está a salvo. Revise que funcione y que se pueda llegar a ella, y repita la orden.',
  'error.database-refused':
    'La base de datos {server} no dejó entrar a Acta ({sqlstate}). Revise el nombre, la contraseña y que la base exista. No se cambió nada.',
  'error.database-tls':
    '{server} no probó por TLS que es la base de datos ({reason}). No se envió nada. Revise su certificado y su nombre; sslrootcert=FILE indica una autoridad propia.',
  'error.database-permission':
    'La base de datos {server} no permite esto al rol que Acta tiene en ella. No se cambió nada. Su dueño puede concederlo.',
  'error.database-full':
    'El disco de la base de datos {server} está lleno. Lo confirmado está a salvo; libere espacio ahí y repita la orden.',
  'error.database-too-old':
    'La base de datos {server} es PostgreSQL {version}; Acta necesita la 15 o posterior. No se cambió nada.',
  'error.database-busy':
    'La base de datos {server} no tuvo tiempo o lugar para esto ({sqlstate}). No se guardó nada de este paso. Repita la orden.',
  'error.database-readonly':
    'La base de datos {server} no admite cambios: es una réplica, o se hizo de solo lectura. No se cambió nada. Indique el servidor que escribe.',
  'error.database-unsafe':
    'La base de datos {server} confirmaría lo que un corte de luz se lleva: su ajuste {name} está apagado. No se cambió nada. Enciéndalo.',
  'error.database-failed':
    'La base de datos {server} no pudo hacer esto ({sqlstate}). No se guardó nada de este paso. Su registro dice más.',
  'error.writer-lost':
    'Otro proceso de Acta pasó a escribir en esta bóveda, o se cortó la conexión que tenía el turno de escribir. Lo confirmado está a salvo; desde aquí no se escribió nada más.',
  'error.keys-not-apart':
    'Las llaves de {server} quedarían junto a lo que abren, o no se puede saber si es así. No se cambió nada. Indique en ACTA_KEYS_URL un servidor de otro clúster, o no la ponga para guardarlas en un archivo.',
  'error.keys-kept':
    'El servidor de llaves {server} conserva copias viejas de lo que se elimina ({name}), así que ahí no se puede destruir ninguna llave. No se destruyó nada. Apáguelo y repita la orden.',
  'error.rolled-back':
    'La bóveda es anterior a lo último que vio este equipo ({size} {size|asiento|asientos}; vistos: {last}): se repuso una copia vieja, entera o en parte. No se cambió nada. acta verify da los detalles.',
  'error.seen-damaged':
    'La nota de lo último que este equipo vio de la bóveda, {file}, está dañada; eso no dice nada de la bóveda. No se cambió nada. Reponga la nota desde un respaldo o quítela: el próximo acta import la crea de nuevo, y hasta entonces no se descubre una bóveda repuesta.',
  'error.pinned':
    'Un lector retiene {file} y no se pueden quitar sus bytes viejos. Detenga las otras órdenes; el borrado se completa en el próximo arranque.',
  'error.projections-behind': 'No se pueden leer las proyecciones. El libro no está afectado. Ejecute: acta rebuild',
  'error.folder-empty': '{file}: la carpeta no contiene ningún chat exportado (.txt o .zip).',
  'error.file-missing': '{file}: no existe ese archivo.',
  'error.file-unreadable': '{file}: no se puede leer el archivo. Revise sus permisos.',
  'error.file-refused': '{file}: rechazado ({reason}).',
  'error.not-a-chat':
    '{file}: no es una exportación de WhatsApp; ninguna línea desde la {line} se lee como tal. Exporte el chat en el teléfono e importe ese archivo. Al importar, este se guarda entero en cuarentena.',
  'error.out-exists': '{file} ya existe y quedó como estaba. Indique otro lugar con --out.',
  'error.out-unwritable': 'No se puede escribir {file}. Revise la carpeta y sus permisos.',
  'error.disk-full': 'El disco está lleno. Lo ya confirmado está a salvo; libere espacio y ejecute la orden otra vez.',
  'error.date-order-unclear':
    '{file}: no se distinguen día y mes: {one} empieza el {oneFirst}, {other} empieza el {otherFirst}. No se importó nada. Indique el orden con --date-order dmy, mdy o ymd.',
  'error.chat-unclear':
    '{file}: ya hay una conversación con este título, pero sus autores o sus fechas no coinciden. No se importó nada. Indique a cuál pertenece con --chat NAME (el mismo título las une, otro crea una nueva).',
  'error.chat-missing': 'No existe la conversación {chat}. acta chats las enumera.',
  'error.chat-ambiguous': 'Varias conversaciones tienen este título. Indique una por su id; acta chats las enumera.',
  'error.person-missing': 'No hay ninguna persona con el id {id}. acta people las enumera.',
  'error.api-key-missing': 'No existe la clave de API {id}. acta api-key list muestra las que se crearon.',
  'error.import-missing': 'No existe la importación {id}.',
  'error.import-withdrawn': 'La importación {id} ya está retirada.',
  'error.record-missing': 'No existe el registro {seq}.',
  'error.record-erased':
    'El registro {seq} fue borrado por orden. Su lugar en el libro se puede seguir probando; lo que decía ya no existe.',
  'error.media-missing': 'El registro {seq} no tiene aquí ningún archivo multimedia.',
  'error.quarantine-missing': 'No hay nada en cuarentena con el id {id}. acta quarantine list muestra lo que hay.',
  'error.nothing-to-erase': 'No se conserva nada de eso, así que no hay nada que borrar.',
  'error.refused': 'Rechazado por la regla {rule} ({reason}). No se cambió nada.',
  'error.refused.reason-missing': 'falta el motivo; se da con --reason TEXT',
  'error.refused.reason-long': 'el motivo pasa de 1,000 caracteres',
  'error.factor-needed':
    'Esta bóveda tiene cuentas, así que se pregunta quién lo hace: --as CORREO --code CÓDIGO con el código que su aplicación muestra ahora, o el código de recuperación de la bóveda solo, como --code (o ACTA_AS y ACTA_CODE). No se hizo nada.',
  'error.factor-wrong':
    'La dirección y el código no corresponden, o el código ya se usó. No se hizo nada. Espere el siguiente código.',
  'error.role-missing': 'El rol {role} no incluye esto. No se hizo nada; un dueño puede cambiar los roles.',
  'error.confirm-needed': 'Esto no se puede deshacer. Dé el motivo con --reason TEXT, o ejecútelo en una terminal.',
  'error.scan-found':
    'Después de borrar, {count} de las palabras borradas {count|sigue|siguen} en la carpeta de la bóveda. El borrado no se da por hecho. Ejecute acta rebuild y después la orden otra vez.',
  'error.object-damaged': 'El objeto sellado {object} está dañado. acta verify --deep dice qué registros afecta.',
  'error.object-missing':
    'El objeto sellado {object} no está donde se guardó. No se cambió nada. Recupérelo de una copia de los objetos.',
  'error.objects-bucket-missing':
    'El bucket que nombra ACTA_OBJECTS_URL no existe. Lo confirmado está a salvo. Créelo o corrija el nombre.',
  'error.objects-denied':
    'El almacén de objetos no deja entrar a Acta, o no le permite esto ({answer}). Lo confirmado está a salvo. Revise las credenciales y la política del bucket.',
  'error.objects-full':
    'El almacén de objetos no tiene sitio ({answer}). Lo confirmado está a salvo; haga sitio y repita la orden.',
  'error.objects-lock-missing':
    'ACTA_OBJECTS_URL pide bloqueo de objetos, pero el bucket no lo ofrece. No se envió nada. Use un bucket creado con bloqueo de objetos o quite lock y lockDays.',
  'error.objects-refused':
    'El almacén de objetos rechazó una petición ({answer}). Lo confirmado está a salvo. Revise si es compatible con S3 y si ACTA_OBJECTS_URL le corresponde.',
  'error.objects-unreachable':
    'El almacén de objetos no responde ({answer}). Lo confirmado está a salvo. Revise la red y el endpoint, y repita la orden.',
  'error.objects-url': 'ACTA_OBJECTS_URL no se puede usar: {reason}.',
  'error.objects-url.scheme': 'no tiene la forma s3://BUCKET/PREFIJO?region=REGION',
  'error.objects-url.credentials': 'contiene una credencial; dela en AWS_ACCESS_KEY_ID y AWS_SECRET_ACCESS_KEY',
  'error.objects-url.plain': 'la conexión no iría cifrada; fuera de esta máquina solo se usa https',
  'error.objects-url.parameter':
    'puede contener region, endpoint, pathStyle (true o false), lock y lockDays, y nada más',
  'error.objects-url.bucket': 'su bucket no es un nombre de bucket',
  'error.objects-url.prefix': 'su prefijo contiene algo distinto de letras, cifras, ., -, _, = y / sueltas',
  'error.objects-url.region': 'no nombra ninguna región',
  'error.objects-url.endpoint': 'su endpoint no es una dirección http o https',
  'error.objects-url.lock': 'lock es governance o compliance, y lockDays un número de 1 a 36500; ambos o ninguno',
  'error.record-damaged': 'No se puede abrir el registro {seq}. acta verify --deep indica qué está dañado.',
  'error.lines-lost':
    '{file}: la lectura y las líneas no concuerdan. No se importó nada; el archivo entero está en cuarentena.',
  'error.setting-wrong':
    'El ajuste {setting} no sirve ({reason}). Corríjalo en el entorno o en el archivo de configuración e inicie de nuevo.',
  'error.port-busy': 'El puerto {port} de {host} lo usa otro programa o no está permitido. Elija otro con ACTA_PORT.',
  'error.sandbox-failed':
    'El entorno de pruebas no arrancó. Quizá otro programa ocupa su puerto; elija uno con SANDBOX_PORT.',
  'error.server-needed':
    'Ningún servidor atiende este archivo, así que no se puede enviar nada. Inícielo con: acta serve',
  'error.query': 'No se hizo la búsqueda. En el carácter {offset}: {reason}.',
  'error.query.empty': 'no hay palabra, frase ni filtro que buscar',
  'error.query.unbalanced-quote': 'a esta comilla le falta su pareja',
  'error.query.only-minus': 'solo dice qué excluir; agregue qué buscar',
  'error.query.filter-without-value': 'el filtro no tiene valor; escríbalo sin espacio, como from:Ana',
  'error.query.unknown-person': 'no hay ninguna persona con este nombre o id; acta people las enumera',
  'error.query.unknown-chat': 'no hay ninguna conversación con este título o id; acta chats las enumera',
  'error.query.unknown-has':
    'has: admite image, video, audio, voice, document, sticker, gif, location, contact, poll, link, media, edited o deleted',
  'error.query.bad-date': 'no es una fecha; escriba YYYY, YYYY-MM o YYYY-MM-DD',
  'error.query.prefix-too-short': 'antes de * van dos caracteres como mínimo',
  'error.query.query-too-long': 'demasiado larga; como máximo 1,000 caracteres y 64 palabras y filtros',
  'error.query.index-damaged':
    'No se puede leer el índice de búsqueda. El libro no está afectado. Rehaga el índice con: acta rebuild',
  'error.file-empty':
    '{file}: el archivo está vacío. Exporte el chat otra vez en el teléfono. Al importar, este archivo se guarda en cuarentena.',
  'error.file-binary':
    '{file}, línea {line}: no es texto. Exporte el chat otra vez en el teléfono. Al importar, este archivo se guarda entero en cuarentena.',
  'error.date-order-needed':
    '{file}: no se distinguen día y mes. No se importó nada. Indique el orden con --date-order dmy, mdy o ymd.',
  'error.source-changed':
    '{file}: el archivo cambió mientras se leía. No se perdió nada; ejecute la orden otra vez cuando nadie escriba en él.',
  'error.zip-malformed':
    '{file}: no se puede leer el directorio del zip. Copie o exporte el chat otra vez. Al importar, este archivo se guarda entero en cuarentena.',
  'error.zip-truncated':
    '{file}: el zip está cortado. Cópielo otra vez del teléfono, completo. Al importar, este archivo se guarda en cuarentena tal como está.',
  'error.zip-overlap':
    '{file}: hay partes del zip encimadas, como ningún teléfono las escribe. No se descomprimió. acta quarantine list muestra lo que guardó una importación.',
  'error.zip-bomb':
    '{file}: descomprimido, el zip crecería más allá de todo tamaño verosímil. No se descomprimió. acta quarantine list muestra lo que guardó una importación.',
  'error.zip-too-many-entries':
    '{file}: el zip tiene más de 200,000 archivos. No se descomprimió; divídalo. Al importar, se guarda entero en cuarentena.',
  'error.zip-path-traversal':
    '{file}: la ruta sale del zip. Este archivo se dejó fuera; los demás del zip sí se leen. Averigüe quién hizo el zip.',
  'error.zip-name-invalid':
    '{file}: no es un nombre de archivo. Este archivo se dejó fuera; los demás del zip sí se leen. Cámbiele el nombre, comprima otra vez e importe ese zip.',
  'error.zip-duplicate-name':
    '{file}: varios archivos del zip tienen este nombre. Se dejaron fuera; los demás sí se leen. Cámbieles el nombre, comprima otra vez e importe ese zip.',
  'error.zip-link':
    '{file}: es un enlace, no un archivo. Se dejó fuera; los demás archivos del zip sí se leen. Ponga en su lugar el archivo mismo.',
  'error.zip-special-file': '{file}: no es archivo ni carpeta. Se dejó fuera; los demás archivos del zip sí se leen.',
  'error.zip-encrypted': '{file}: está cifrado. No se leyó. Descomprima el zip con su contraseña e importe la carpeta.',
  'error.zip-method-unknown':
    '{file}: está comprimido de un modo que Acta no lee. Se dejó fuera. Descomprima el zip e importe la carpeta.',
  'error.zip-size-mismatch':
    '{file}: su tamaño no es el que declara el zip. No se importó. Copie o exporte el chat otra vez e importe ese archivo.',
  'error.zip-crc-mismatch':
    '{file}: no concuerda con su suma de comprobación; el zip se dañó en el camino. No se importó. Copie o exporte el chat otra vez e importe ese archivo.',
  'error.zip-header-mismatch':
    '{file}: el zip lo describe de dos maneras distintas. No se importó. Exporte el chat otra vez e importe ese archivo.',
  'error.zip-data-damaged':
    '{file}: no se puede descomprimir; el zip está dañado. No se importó. Copie o exporte el chat otra vez e importe ese archivo.',
  'error.webhook-empty':
    'La entrega está vacía. Queda en cuarentena tal como llegó. Revise qué hay entre WhatsApp y este servidor.',
  'error.webhook-not-json':
    'La entrega no es JSON desde el byte {offset}. Queda en cuarentena tal como llegó y se puede reintentar tras una actualización.',
  'error.webhook-not-utf8':
    'La entrega no es texto UTF-8. Queda en cuarentena tal como llegó y se puede reintentar tras una actualización.',
  'error.webhook-too-deep':
    'La entrega anida demasiado en el byte {offset}. Queda en cuarentena tal como llegó. WhatsApp no escribe nada así: revise quién conoce el secreto de la app.',
  'error.webhook-too-many':
    'La entrega tiene demasiadas partes, desde el byte {offset}. Queda en cuarentena tal como llegó. WhatsApp no envía nada así: revise quién conoce el secreto de la app.',
  'error.webhook-not-an-object':
    'La entrega es JSON, pero no un objeto. Queda en cuarentena tal como llegó y se puede reintentar tras una actualización.',
  'error.webhook-unknown-object':
    'La entrega no trata de una cuenta de WhatsApp Business. Queda en cuarentena tal como llegó. Revise qué productos envía la app a esta dirección.',
  'error.outgoing-invalid':
    'El mensaje no tiene una forma que WhatsApp acepte. No se envió nada. Acórtelo o complételo y envíelo de nuevo.',
  'error.time-invalid':
    'Un mensaje no tiene una hora válida, así que no cabe en este formato. El archivo de Acta no está afectado. Use --format jsonl.',
  'error.ledger.unreadable':
    'No se pueden leer del disco unos bytes de la bóveda. No se cambió nada. Copie la bóveda a otro disco y después ejecute acta verify.',
  'error.ledger.record-too-large': 'Un registro es demasiado grande para el libro. De este paso no se guardó nada.',
  'error.ledger.page-altered':
    'La página del asiento {seq} no es la que se selló. No se cambió nada. acta verify --deep enumera lo afectado; un respaldo puede reponerlo.',
  'error.ledger.page-malformed':
    'Una página del libro está dañada. No se cambió nada. acta verify --deep enumera lo afectado; un respaldo puede reponerlo.',
  'error.ledger.strip-altered':
    'Hay registros cerca del asiento {seq} que no son los que se sellaron. No se cambió nada. acta verify --deep los enumera; un respaldo puede reponerlos.',
  'error.ledger.strip-malformed':
    'Hay registros sellados del libro que están dañados. No se cambió nada. acta verify --deep los enumera; un respaldo puede reponerlos.',
  'error.ledger.key-missing':
    'La llave de unos registros no está en la bóveda, y ningún borrado la quitó. No se cambió nada. Reponga keys.db desde un respaldo; acta verify --deep enumera los registros.',
  'error.ledger.wrapped-key-malformed':
    'Una llave de la bóveda está dañada. No se cambió nada. Reponga keys.db desde un respaldo; acta verify --deep enumera sus registros.',
  'error.ledger.wrapped-key-refused':
    'La llave raíz no abre una llave de esta bóveda: keys.db está dañado o es de otra. No se cambió nada. Repóngalo desde un respaldo.',
  'error.ledger.recovery-code-malformed':
    'Esto no es un código de recuperación: falta, sobra o no se conoce un carácter. No se cambió nada. Revíselo letra por letra.',
  'error.ledger.recovery-code-checksum':
    'Hay un carácter mal escrito en el código de recuperación. No se cambió nada. Revíselo letra por letra.',
  'error.ledger.sealed-root-malformed':
    'La copia sellada de la llave está dañada. No se cambió nada. Repóngala desde un respaldo.',
  'error.ledger.sealed-root-refused':
    'La frase de contraseña o el código de recuperación no abre la llave. No se cambió nada. Revíselo letra por letra.',
  'error.ledger.object-malformed':
    'Un archivo sellado está dañado. No se cambió nada. acta verify --deep indica qué registros lo nombran; un respaldo puede reponerlo.',
  'error.ledger.object-altered':
    'Un archivo sellado no es el que se selló. No se cambió nada. acta verify --deep indica qué registros lo nombran; un respaldo puede reponerlo.',
  'error.ledger.object-truncated':
    'Un archivo sellado está cortado. No se cambió nada. acta verify --deep indica qué registros lo nombran; un respaldo puede reponerlo.',
  'error.ledger.size-changed':
    'El libro creció mientras Acta escribía. Lo ya confirmado está a salvo. Detenga el otro proceso de Acta y ejecute la orden otra vez.',
  'error.ledger.bundle-missing':
    'Faltan compromisos del libro. No se agregó nada. acta verify los enumera; un respaldo puede reponerlos.',
  'error.ledger.tile-missing':
    'Faltan resúmenes (hashes) del libro. No se agregó nada. acta verify los enumera; un respaldo puede reponerlos.',
  'error.ledger.root-mismatch':
    'El libro de {size} {size|asiento|asientos} no da la raíz que debe: algo en él fue alterado. No se agrega nada. Deje la bóveda como está y ejecute acta verify --deep.',
  'error.ledger.log-halted':
    'El libro se detuvo porque lo que se volvió a leer no era lo que se escribió. Lo confirmado antes está a salvo. Ejecute acta verify --deep antes que nada.',
  'error.ledger.checkpoint-missing':
    'El libro aún no tiene un punto de control firmado, así que nada se puede probar con él. Importe algo primero, o ejecute acta verify.',
  'error.ledger.checkpoint-refused':
    'La firma del último punto de control no es de esta bóveda. No se cambió nada. acta verify da los detalles; un respaldo puede reponerlo.',
  'error.ledger.checkpoint-ahead':
    'El libro es más corto que lo firmado ({size} {size|asiento|asientos} aquí): faltan asientos. No se cambió nada. acta verify los enumera; un respaldo puede reponerlos.',
  'error.ledger.not-published':
    'Este registro todavía no está bajo un punto de control firmado; {size} {size|asiento lo está|asientos lo están}. Ejecute la orden otra vez cuando termine el que escribe.',
  'error.ledger.vkey-malformed':
    'Esto no es la llave pública de un libro. Se escribe NAME+HASH+KEY en una línea, como en log.vkey.',
  'error.internal':
    'Acta falló de un modo que no conoce ({kind}). No se perdió nada de lo confirmado. Ejecútelo otra vez con ACTA_DEBUG=1 para ver el lugar en el código.',
};
