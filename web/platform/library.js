// The glue between the program and the shell: Module.lisa is the door (web/shell/door.js). All real work is there.
mergeInto(LibraryManager.library, {
  $lisaText__postset: 'lisaText.decoder = new TextDecoder();',
  $lisaText: function (at, size) {
    return size ? lisaText.decoder.decode(HEAPU8.subarray(at, at + size)) : '';
  },

  $lisaNames: {},
  lisa_call__deps: ['$lisaText', '$lisaNames'],
  lisa_call: function (name, ticket, number, text, textSize, bytes, bytesSize) {
    let word = lisaNames[name];
    if (!word) {
      let end = name;
      while (HEAPU8[end]) ++end;
      word = lisaNames[name] = lisaText(name, end - name);
    }
    // Bytes are copied: the program's memory may grow before they are read.
    Module['lisa'][word](ticket, number, lisaText(text, textSize), bytesSize ? HEAPU8.slice(bytes, bytes + bytesSize) : null);
  },

  lisa_random: function (at, size) {
    crypto.getRandomValues(HEAPU8.subarray(at, at + size));
  },

  // Lets the shell write where the program told it to (lisa_inbox).
  lisa_open_heap: function () {
    Module['lisa']['heap'] = function () { return HEAPU8; };
  },
});
