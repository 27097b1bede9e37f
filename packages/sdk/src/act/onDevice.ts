import type { EpochMs } from '@tactful/protocol';
import type { Core } from '../core.ts';

/** When the device's clock shows a moment of the server's. */
export const onDevice = ({ engine }: Pick<Core, 'engine'>, at: EpochMs): EpochMs => at - engine!.offset - engine!.shift;
