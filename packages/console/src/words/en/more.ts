// What stands behind the last tab of a phone.

export const more = {
  'more.quality': 'Data quality',
  'more.sign-out': 'Sign out',
  'more.sign-out-failed': 'Not signed out. The server did not answer.',
} as const;
