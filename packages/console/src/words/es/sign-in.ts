// Signing in, and the second factor that is asked for again.

import type { signIn as english } from '../en/sign-in.ts';
import type { Translated } from '../translated.ts';

export const signIn = {
  'sign-in.title': 'Iniciar sesión',
  'sign-in.email': 'Correo electrónico',
  'sign-in.password': 'Contraseña',
  'sign-in.continue': 'Continuar',
  'sign-in.passkey': 'Entrar con llave de acceso',
  'sign-in.or': 'o',
  'sign-in.code-title': 'Segundo factor',
  'sign-in.code-about': 'Los seis dígitos que muestra ahora su aplicación de códigos.',
  'sign-in.code': 'Código',
  'sign-in.recovery': 'Usar un código de recuperación',
  'sign-in.recovery-code': 'Código de recuperación',
  'sign-in.recovery-about': 'Uno de los diez códigos que guardó. Cada uno vale una vez.',
  'sign-in.to-code': 'Usar la aplicación de códigos',
  'sign-in.language': 'Idioma',
  'sign-in.wrong-password': 'El correo y la contraseña no corresponden.',
  'sign-in.wrong-code': 'No es el código de ahora. Espere el siguiente.',
  'sign-in.code-used': 'Este código ya se usó. Espere el siguiente.',
  'sign-in.wait': 'Demasiados intentos desde aquí. Intente de nuevo en {time}.',
  'sign-in.passkey-not-chosen': 'No se eligió ninguna llave de acceso.',
  'sign-in.not-verified': 'La llave de acceso no preguntó quién la tiene. Use una con PIN, huella o rostro.',
  'sign-in.needs-passkey': 'Esta cuenta entra con su llave de acceso.',
  'sign-in.expired': 'El intento tardó demasiado. Empiece de nuevo con la contraseña.',
  'sign-in.unreachable': 'El servidor no responde. No se envió nada.',
  'sign-in.failed': 'No funcionó. No se cambió nada.',
  'sign-in.confirm-title': 'Muestre su segundo factor',
  'sign-in.confirm-about': 'Esto pide un código de ahora. Vale diez minutos.',
  'sign-in.confirm': 'Confirmar',
  'sign-in.confirm-passkey': 'Confirmar con llave de acceso',
  'sign-in.invitation-title': 'Tiene una invitación',
  'sign-in.invitation-about': 'Cree una cuenta con {email}.',
  'sign-in.invitation-gone': 'Esta invitación ya no es válida.',
  'sign-in.invitation-ask': 'Pida una nueva a quien invitó.',
} as const satisfies Translated<typeof english>;
