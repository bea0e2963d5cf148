/** Gives memory back that the engine would keep until it collects, and that would make it collect the sooner. */
export function letGo(...spent: readonly ArrayBufferView[]): void {
  for (const { buffer } of spent) if (buffer instanceof ArrayBuffer && !buffer.detached) buffer.transfer(0);
}
