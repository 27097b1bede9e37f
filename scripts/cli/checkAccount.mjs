const ROLES = ['viewer', 'agent', 'editor', 'owner'];

/**
 * Holds an account against what the Worker takes, before anything is made for it.
 * @throws Error that says what is wrong.
 */
export function checkAccount({ email, password, role = 'owner' }) {
  if (!/^[^\s@]+@[^\s@]+$/.test(email) || email.length > 254) throw new Error(`"${email}" is no e-mail address.`);
  if (password.length < 10 || password.length > 200) throw new Error(`A password has 10 to 200 characters; this one has ${password.length}.`);
  if (!ROLES.includes(role)) throw new Error(`A role is one of ${ROLES.join(', ')}; this one is "${role}".`);
}
