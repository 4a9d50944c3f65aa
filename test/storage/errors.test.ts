import { MongoServerError } from 'mongodb';
import { describe, expect, test } from 'vitest';
import { storageError, StorageError } from '../../storage/errors.ts';

describe('a MongoDB that refuses', () => {
  test.each([
    ['by its code', new MongoServerError({ message: 'Unable to write', code: 14_031 })],
    ['by the words of its file system', new MongoServerError({ message: 'WiredTiger: No space left on device', code: 8 })],
  ])('because its disk is full (%s) is worth another try, and says what to do', (_how, refusal) => {
    const error = storageError(refusal, 'versions', 'mongodb://db.example');
    expect(error).toMatchObject({ name: 'StorageFullError', retryable: true, message: expect.stringMatching(/no room left \(writing versions\)\. Free disk space/) });
    expect(error).toBeInstanceOf(StorageError);
  });
});
