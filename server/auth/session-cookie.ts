import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Request, Response } from 'express';

export interface SessionCookie {
  /** Name of the cookie that holds the signed token. */
  name: string;
  /** Name of the library's cookie that is there when the person did not want to stay signed in. */
  forgetName: string;
  secret: string;
  isSecure: boolean;
}

/** A session as its cookie sees it. */
export interface SessionKey {
  token: string;
  /** ISO time. */
  expiresAt: string;
}

function sign(token: string, secret: string): Buffer {
  return createHmac('sha256', secret).update(token).digest();
}

/** The token in a signed cookie `token.signature`, or null when the cookie is missing or its signature is not ours. */
export function readSessionToken(
  cookies: string | undefined,
  { name, secret }: Pick<SessionCookie, 'name' | 'secret'>,
): string | null {
  const value = cookieValue(cookies, name);
  if (value === null) return null;
  const dot = value.lastIndexOf('.');
  if (dot < 1) return null;
  const token = value.slice(0, dot);
  const given = Buffer.from(value.slice(dot + 1), 'base64');
  const expected = sign(token, secret);
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null;
}

/** Gives the browser another token, as the sign-in library would: for this visit only where the person chose so. */
export function writeSessionCookie(
  request: Pick<Request, 'headers'>,
  response: Pick<Response, 'cookie'>,
  cookie: SessionCookie,
  { token, expiresAt }: SessionKey,
): void {
  const staysSignedIn = cookieValue(request.headers.cookie, cookie.forgetName) === null;
  response.cookie(cookie.name, `${token}.${sign(token, cookie.secret).toString('base64')}`, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: cookie.isSecure,
    ...(staysSignedIn ? { maxAge: Math.max(0, Date.parse(expiresAt) - Date.now()) } : {}),
  });
}

function cookieValue(cookies: string | undefined, name: string): string | null {
  if (!cookies) return null;
  for (const part of cookies.split(';')) {
    const equals = part.indexOf('=');
    if (equals < 0 || part.slice(0, equals).trim() !== name) continue;
    try {
      return decodeURIComponent(part.slice(equals + 1).trim());
    } catch {
      return null;
    }
  }
  return null;
}
