// The service worker, which starts Lisa without network.

const kWorker = '/sw.js';

/** Registers it. Under trusted types an address of a script needs a policy; ours lets this one through and no other. */
export function registerWorker() {
  if (!navigator.serviceWorker) return;
  let address = kWorker;
  if (window.trustedTypes) {
    const policy = window.trustedTypes.createPolicy('lisa', {
      createScriptURL: (wanted) => {
        if (wanted !== kWorker) throw new TypeError('not a script of ours');
        return wanted;
      },
    });
    address = policy.createScriptURL(kWorker);
  }
  navigator.serviceWorker.register(address).catch((error) => console.warn(error));
}
