// What tests expect of an error: its code, never its words.

/** A test for an error of this code, of whatever package. */
export function isCode(...codes: readonly string[]): (error: unknown) => boolean {
  return (error) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    if (codes.includes(code)) return true;
    throw new Error(`expected ${codes.join(' or ')}, got ${code}`, { cause: error });
  };
}
