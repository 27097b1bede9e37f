import { type DeviceConfig } from '@tactful/protocol';
/**
 * The configuration to play under: a file in source form, or the recipes. Everyone is held out, so that an exposure is a message
 * that would have been shown: it takes its slot until the page is left and charges all caps, and no visitor of the log answers it.
 * @throws Error naming each thing that is wrong with the file, with its path.
 */
export declare function loadConfig(file?: string): DeviceConfig;
