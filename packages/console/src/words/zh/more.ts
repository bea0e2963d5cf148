// What stands behind the last tab of a phone.

import type { more as english } from '../en/more.ts';
import type { Translated } from '../translated.ts';

export const more = {
  'more.quality': '数据质量',
  'more.sign-out': '退出登录',
  'more.sign-out-failed': '未能退出，服务器无响应。',
} as const satisfies Translated<typeof english>;
