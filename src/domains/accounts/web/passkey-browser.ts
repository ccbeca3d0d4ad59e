import { ApiRefusal } from '../../../ui/api-refusal.ts';
import { accountsApi } from './accounts-api.ts';

/** Asks the browser for a passkey of this place. @throws ApiRefusal where the person or the machine did not give one */
export async function askPasskey() {
  // Fetched when it is needed: most pages never do.
  const { startAuthentication } = await import('@simplewebauthn/browser');
  const optionsJSON = (await accountsApi.passkeyOptions()) as unknown as Parameters<typeof startAuthentication>[0]['optionsJSON'];
  return { passkey: await given(startAuthentication({ optionsJSON })) };
}

/** Has the browser make a passkey for the account of the session. @throws ApiRefusal as above */
export async function makePasskey() {
  const { startRegistration } = await import('@simplewebauthn/browser');
  const optionsJSON = (await accountsApi.newPasskeyOptions()) as unknown as Parameters<typeof startRegistration>[0]['optionsJSON'];
  return given(startRegistration({ optionsJSON }));
}

async function given<Answer>(work: Promise<Answer>): Promise<Answer> {
  return work.catch((error: Error) => {
    const message = error.name === 'InvalidStateError' ? '这台设备上已经有一把，不用再建。' : '没有拿到通行密钥：可能已取消、超时，或这台设备不支持。请重试，或改用动态验证码。';
    throw new ApiRefusal({ code: 'no-passkey', status: 422, message });
  });
}
