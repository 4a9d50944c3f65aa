import { describe, expect, test } from 'vitest';
import { withoutSecrets } from '../../model/address.ts';

describe('an address in a message', () => {
  test.each([
    ['mongodb://db.example:27017/shop', 'mongodb://db.example:27017/shop'],
    ['mongodb://watch:s3cret@db.example/shop', 'mongodb://***@db.example/shop'],
    ['mongodb+srv://watch:s3cret@a.example,b.example/shop?replicaSet=rs', 'mongodb+srv://***@a.example,b.example/shop'],
    // What should have been written %2F and %40 is the commonest slip of all.
    ['mongodb://watch:s3/cr@et@db.example/shop', 'mongodb://***@db.example/shop'],
    ['redis://:s3/cret@cache.example:6379 does not answer', 'redis://***@cache.example:6379 does not answer'],
    ['connect ENOENT redis://:s3/cret@cache.example', 'connect ENOENT redis://***@cache.example'],
    ['mongodb://db.example/?tlsCertificateKeyFilePassword=s3cret', 'mongodb://db.example/'],
    ['watch:s3cret@db.example', '***@db.example'],
    ['connect ECONNREFUSED 127.0.0.1:6379', 'connect ECONNREFUSED 127.0.0.1:6379'],
  ])('%s', (text, shown) => {
    expect(withoutSecrets(text)).toBe(shown);
  });
});
