import type { Flag } from './schema.ts';

/** This table and those below belong to better-auth, which fixes their column names. */
export interface UserTable {
  id: string;
  name: string;
  email: string;
  emailVerified: Flag;
  image: string | null;
  username: string | null;
  displayUsername: string | null;
  role: string;
  agencyId: string | null;
  locale: string;
  isDisabled: Flag;
  isSample: Flag;
  phone: string | null;
  twoFactorEnabled: Flag | null;
  createdAt: string;
  updatedAt: string;
}

export interface SessionTable {
  id: string;
  token: string;
  userId: string;
  expiresAt: string;
  ipAddress: string | null;
  userAgent: string | null;
  createdAt: string;
  updatedAt: string;
}

export interface AccountTable {
  id: string;
  accountId: string;
  providerId: string;
  userId: string;
  accessToken: string | null;
  refreshToken: string | null;
  idToken: string | null;
  accessTokenExpiresAt: string | null;
  refreshTokenExpiresAt: string | null;
  scope: string | null;
  password: string | null;
  createdAt: string;
  updatedAt: string;
}

export interface VerificationTable {
  id: string;
  identifier: string;
  value: string;
  expiresAt: string;
  createdAt: string;
  updatedAt: string;
}

export interface TwoFactorTable {
  id: string;
  secret: string;
  backupCodes: string;
  userId: string;
  verified: Flag | null;
  failedVerificationCount: number | null;
  lockedUntil: string | null;
}

export interface RateLimitTable {
  id: string;
  key: string;
  count: number;
  lastRequest: number;
}

export interface OneTimeLinkTable {
  id: string;
  kind: 'setup' | 'invitation' | 'password_reset';
  tokenHash: string;
  email: string | null;
  name: string | null;
  role: string | null;
  agencyId: string | null;
  userId: string | null;
  createdById: string | null;
  createdAt: string;
  expiresAt: string;
  usedAt: string | null;
  revokedAt: string | null;
}
