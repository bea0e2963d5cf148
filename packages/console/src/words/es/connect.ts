// Connecting a WhatsApp number: what is set, what is entered at Meta, what the tests say.

import type { connect as english } from '../en/connect.ts';
import type { Translated } from '../translated.ts';

export const connect = {
  'connect.title': 'Conectar un número de WhatsApp',
  'connect.about': 'Un número de WhatsApp Business Platform: los mensajes entran solos y se responden aquí.',
  'connect.demo': 'Esta es la demo: el simulador hace las veces de Meta, así que todo lo de abajo ya está configurado.',
  'connect.show': 'Mostrar la conexión',
  'connect.confirm-about': 'La conexión se muestra después de un segundo factor.',
  'connect.not-loaded': 'El servidor no respondió.',
  'connect.retry': 'Reintentar',
  'connect.settings': 'Lo que sabe este servidor',
  'connect.settings-about':
    'Los secretos están en el entorno del servidor, nunca en esta página. Tras un cambio se reinicia el servidor.',
  'connect.app-secret': 'Clave secreta de la app',
  'connect.app-secret-where':
    'Meta: Configuración de la app, Básica, Clave secreta. Prueba que una entrega viene de Meta.',
  'connect.verify-token': 'Token de verificación',
  'connect.verify-token-where':
    'Una palabra elegida por usted, la misma aquí y en Meta. Esta se acaba de crear en su navegador:',
  'connect.access-token': 'Token de acceso',
  'connect.access-token-where':
    'Meta: Configuración del negocio, Usuarios del sistema, Generar token, con whatsapp_business_messaging y whatsapp_business_management.',
  'connect.address': 'Dirección pública',
  'connect.address-where': 'La dirección https en la que Meta llega a este servidor.',
  'connect.set': 'Configurado',
  'connect.set-two': 'Hay dos, mientras uno sustituye al otro',
  'connect.set-own': { one: 'Configurado solo para un número', other: 'Configurado solo para {count} números' },
  'connect.missing': 'Falta',
  'connect.copy': 'Copiar',
  'connect.copied': 'Copiado',
  'connect.enter': 'Lo que se escribe en Meta',
  'connect.enter-about': 'En el panel de la app: WhatsApp, Configuración, Webhook, Editar.',
  'connect.callback': 'URL de devolución de llamada',
  'connect.callback-none': 'Se conoce al configurar la dirección pública; termina en {path}',
  'connect.token-same': 'La palabra que está en WHATSAPP_VERIFY_TOKEN',
  'connect.fields': 'Campos del webhook',
  'connect.fields-about':
    'Suscriba al menos el primero; los demás traen lo que pasa con las plantillas y con la cuenta.',
  'connect.tests': '¿Funciona?',
  'connect.number': 'Identificador del número',
  'connect.number-hint': 'Meta: WhatsApp, Configuración de la API. Son dígitos, no el número de teléfono.',
  'connect.number-wrong': 'Un identificador del número lleva solo dígitos.',
  'connect.test': 'Probar ahora',
  'connect.test-failed': 'El servidor no terminó la prueba.',
  'connect.handshake': 'Verificación inicial',
  'connect.handshake-seen': 'Meta verificó el webhook el {time}.',
  'connect.handshake-none':
    'No se ha visto desde que arrancó el servidor. Llega al pulsar «Verificar y guardar» en Meta.',
  'connect.handshake-stranger': {
    one: 'Alguien lo intentó una vez con otro token de verificación. Escriba la misma palabra en los dos lados.',
    other:
      'Alguien lo intentó {count} veces con otro token de verificación. Escriba la misma palabra en los dos lados.',
  },
  'connect.delivery': 'Entregas firmadas',
  'connect.delivery-seen': 'La más reciente llegó el {time}, bien firmada.',
  'connect.delivery-none': 'Aún no llega ninguna. Escriba al número desde un teléfono; aparece aquí.',
  'connect.delivery-wrong': {
    one: 'Una entrega tenía una firma incorrecta y no se aceptó. La clave secreta de aquí no es la de la app en Meta.',
    other:
      '{count} entregas tenían una firma incorrecta y no se aceptaron. La clave secreta de aquí no es la de la app en Meta.',
  },
  'connect.delivery-no-secret': 'Sin la clave secreta de la app no se acepta ninguna entrega.',
  'connect.webhook': 'Webhook desde fuera',
  'connect.webhook.answers': 'Se alcanza en su dirección pública y es este servidor.',
  'connect.webhook.no-address': 'No hay dirección pública configurada: ACTA_URL.',
  'connect.webhook.no-https': 'Meta solo usa https; la dirección pública empieza con http.',
  'connect.webhook.no-verify-token': 'No hay token de verificación: WHATSAPP_VERIFY_TOKEN.',
  'connect.webhook.differs': 'Ahí responde otra cosa, con estado {status}. Hay un proxy u otro servidor en medio.',
  'connect.webhook.unreachable': 'Nadie responde ahí ({cause}). Falla el nombre, el cortafuegos o el certificado.',
  'connect.token': 'Token y número',
  'connect.token.none': 'Escriba un identificador del número para preguntar a Meta.',
  'connect.token.known': 'Meta conoce el número y el token sirve para él.',
  'connect.token.no-token': 'No hay token de acceso para este número: WHATSAPP_ACCESS_TOKEN.',
  'connect.token.wrong-token': 'Meta rechaza el token (código {code}): es incorrecto, venció o se revocó. Genere otro.',
  'connect.token.unknown-number':
    'Meta no conoce ese número con este token (código {code}). Revise el identificador y que el usuario del sistema pueda usar la cuenta.',
  'connect.token.not-allowed':
    'El token no puede hacer esto (código {code}). Necesita whatsapp_business_messaging y whatsapp_business_management.',
  'connect.token.refused': 'Meta lo rechazó con el código {code}.',
  'connect.token.unreachable': 'No se llegó a Meta ({cause}). Este servidor necesita salida hacia {host}.',
  'connect.name': 'Nombre verificado',
  'connect.display': 'Número',
  'connect.quality': 'Calidad',
  'connect.quality-green': 'Alta',
  'connect.quality-yellow': 'Media',
  'connect.quality-red': 'Baja',
  'connect.quality-unknown': 'Sin calificar aún',
  'connect.all-well': 'Está conectado',
  'connect.all-well-about': 'Verificación, entrega firmada, webhook y token están bien.',
  'connect.to-inbox': 'Abrir la bandeja',
} as const satisfies Translated<typeof english>;
