// Signing in by the organisation's provider, and what is set of it.

import type { signOn as english } from '../en/sign-on.ts';
import type { Translated } from '../translated.ts';

export const signOn = {
  'sign-on.returning': 'Un momento: se está terminando el inicio de sesión.',
  'sign-on.begin-again': 'Volver a iniciar sesión',
  'sign-on.with-password': 'Entrar como dueño con contraseña',
  'sign-on.passkey-about': 'Un paso más: muestre su llave de acceso. El proveedor no dijo que vio dos factores.',
  'sign-on.invited': 'O sin contraseña, por su organización:',
  'sign-on.invited-alone': 'La cuenta se crea al entrar por su organización con esta dirección.',
  'sign-on.no-factor':
    'Esto pide un segundo factor de Acta. Agregue antes una aplicación de códigos o una llave de acceso.',
  'sign-on.to-security': 'Ir a Seguridad',
  'sign-on.no-password': 'Esta cuenta no tiene contraseña.',
  'sign-on.title': 'Inicio de sesión único',
  'sign-on.provider': 'Proveedor',
  'sign-on.button': 'Botón',
  'sign-on.callback': 'Devuelve a las personas a',
  'sign-on.passwords': 'Contraseñas',
  'sign-on.passwords.everybody': 'Todos pueden entrar con contraseña.',
  'sign-on.passwords.owners': 'Solo los dueños entran con contraseña.',
  'sign-on.state': 'Estado',
  'sign-on.works': 'El proveedor responde.',
  'sign-on.linked': 'Vinculada',
  'sign-on.linked-to': 'Vinculada con {email} en el proveedor desde el {date}.',
  'sign-on.unlink': 'Quitar el vínculo',
  'sign-on.unlinked': 'El vínculo ya no existe, ni las sesiones que abrió.',
  'sign-on.why.provider-down': 'El proveedor no responde. Intente de nuevo en un rato o entre de otra manera.',
  'sign-on.why.provider-issuer': 'El proveedor no es el configurado. Quien administra Acta debe corregir su dirección.',
  'sign-on.why.provider-secret':
    'El proveedor no reconoce el secreto configurado. Quien administra Acta debe renovarlo.',
  'sign-on.why.provider-refused': 'El proveedor no dejó entrar a nadie, o el inicio se detuvo ahí.',
  'sign-on.why.provider-answer': 'La respuesta del proveedor no acredita a nadie. Empiece de nuevo.',
  'sign-on.why.provider-clock': 'La respuesta del proveedor es de otra hora: su reloj o el de este servidor está mal.',
  'sign-on.why.attempt-gone': 'El intento tardó demasiado o empezó en otro navegador. Empiece de nuevo.',
  'sign-on.why.not-invited': 'Nadie tiene invitación con su dirección. Un dueño de Acta puede invitarle.',
  'sign-on.why.address-missing': 'El proveedor no indica su correo electrónico.',
  'sign-on.why.address-not-verified': 'El proveedor no ha verificado su correo electrónico.',
  'sign-on.why.account-ended': 'Esta cuenta terminó. Una invitación nueva la abre otra vez.',
  'sign-on.why.linked-otherwise':
    'Esta cuenta está vinculada con otra persona del proveedor. Un dueño puede quitar el vínculo.',
  'sign-on.why.role-not-mapped': 'Sus grupos en el proveedor no dan ningún rol en Acta.',
  'sign-on.why.password-off': 'Esta cuenta entra por el proveedor de la organización, no con contraseña.',
  'sign-on.why.sign-on-old':
    'El inicio de sesión es demasiado antiguo para esto. Cierre la sesión, entre de nuevo por el proveedor y agréguelo en diez minutos.',
} as const satisfies Translated<typeof english>;
