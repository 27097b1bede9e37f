import type { Core } from '../memory.ts';
import { TOLD } from './TOLD.ts';

/** One of {@link shippedNames}, as it is now; nothing where it is unknown. */
export const readShipped = (core: Core, name: string): number | undefined => (TOLD[name] ? TOLD[name](core) : core.stages.felt(core, name) as number | undefined);
