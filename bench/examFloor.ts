import type { Connection } from 'mongoose';
import { attemptModel } from '../server/areas/exams/model';

/** Copies of the attempts, for the floor: a collection with the same indexes. */
export async function examFloor(mongo: Connection) {
  const floor = mongo.collection('floorAttempts');
  await mongo.createCollection('floorAttempts');
  for (const [keys, options] of attemptModel(mongo).schema.indexes()) {
    await floor.createIndex(keys as Record<string, 1 | -1>, { unique: options.unique === true });
  }
  return floor;
}
