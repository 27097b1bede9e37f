import type { Parsed } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { parseWith } from '../source/parseWith.ts';
import type { DeviceModel } from './DeviceModel.ts';
import { modelSchema } from './modelSchema.ts';

/**
 * Reads a model before it is published; a device trusts what was. Everything wrong comes with a code and a path.
 * @param input a JSON value. Never throws.
 */
export const parseModel = (input: unknown): Parsed<DeviceModel> => parseWith(modelSchema, input, LIMITS.configDepth);
