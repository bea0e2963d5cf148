// Signing in, and the second factor that is asked for again.

import type { signIn as english } from '../en/sign-in.ts';
import type { Translated } from '../translated.ts';

export const signIn = {
  'sign-in.title': '登录',
  'sign-in.email': '邮箱地址',
  'sign-in.password': '密码',
  'sign-in.continue': '继续',
  'sign-in.passkey': '用通行密钥登录',
  'sign-in.or': '或',
  'sign-in.code-title': '第二重验证',
  'sign-in.code-about': '输入验证器应用当前显示的六位数字。',
  'sign-in.code': '验证码',
  'sign-in.recovery': '使用恢复码',
  'sign-in.recovery-code': '恢复码',
  'sign-in.recovery-about': '所保存的十个恢复码之一，每个只能用一次。',
  'sign-in.to-code': '使用验证器应用',
  'sign-in.language': '语言',
  'sign-in.wrong-password': '邮箱与密码不匹配。',
  'sign-in.wrong-code': '不是当前的验证码，等待下一个再输入。',
  'sign-in.code-used': '此验证码已用过，等待下一个再输入。',
  'sign-in.wait': '此处尝试次数过多，{time}后可再试。',
  'sign-in.passkey-not-chosen': '未选择通行密钥。',
  'sign-in.not-verified': '该通行密钥未核实持有人，改用带 PIN、指纹或面容的通行密钥。',
  'sign-in.needs-passkey': '此账户须用通行密钥登录。',
  'sign-in.expired': '用时过长，从输入密码重新开始。',
  'sign-in.unreachable': '服务器无响应，未发送任何内容。',
  'sign-in.failed': '操作未成功，没有任何改动。',
  'sign-in.confirm-title': '再次出示第二重验证',
  'sign-in.confirm-about': '此操作需要当前的验证码，十分钟内有效。',
  'sign-in.confirm': '确认',
  'sign-in.confirm-passkey': '用通行密钥确认',
  'sign-in.invitation-title': '您收到了邀请',
  'sign-in.invitation-about': '以 {email} 创建账户。',
  'sign-in.invitation-gone': '此邀请已失效。',
  'sign-in.invitation-ask': '可向邀请人索取新的邀请。',
} as const satisfies Translated<typeof english>;
