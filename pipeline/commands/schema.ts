/** `kader schema`: JSON Schema of the order, for editors. */
import type { Call } from '../cli.ts';
import { orderJsonSchema } from '../order.ts';

export async function schema(call: Call): Promise<number> {
  call.console.give(orderJsonSchema());
  return 0;
}
