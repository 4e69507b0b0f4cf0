/** The texts that main shows by itself: menus, system dialogs, the footer of a print. English. */
export const messages = {
  app: 'Lectern',
  menu: {
    file: 'File',
    openBundle: 'Open bundle…',
    print: 'Print…',
    savePdf: 'Save as PDF…',
    handout: 'Handout',
    quit: 'Quit',
    edit: 'Edit',
    copyLink: 'Copy link to this place',
    find: 'Find in this pane',
    search: 'Search',
    searchSelected: 'Search the selected words',
    view: 'View',
    textLarger: 'Larger text',
    textSmaller: 'Smaller text',
    textNormal: 'Normal text',
    contents: 'Contents',
    evidence: 'Evidence pane',
    source: 'Source pane',
    nextPane: 'Next pane',
    go: 'Go',
    back: 'Back',
    forward: 'Forward',
    safety: 'Safety',
    help: 'Help',
    keys: 'All keys',
    about: 'About this bundle',
  },
  dialogs: {
    bundleFiles: 'Lectern bundles',
    openBundle: 'Open a bundle',
    savePdf: 'Save as PDF',
    saveReferences: 'Save references',
    allReferences: '{title}, references',
    leave: 'Open this address in your browser?',
    leaveDetail: 'Lectern itself stays offline. The page will open in your own browser:\n\n{address}',
    leaveYes: 'Open in browser',
    cancel: 'Cancel',
    removeCopy: 'Remove your copy?',
    removeCopyDetail:
      'Lectern’s own file of “{name}” will be deleted. The file that you attached it from is not touched; the source and its ' +
      'digest stay as they are.',
    removeCopyYes: 'Remove',
    keyFiles: 'Public keys',
    openKey: 'Choose the publisher’s public key',
    trust: 'Trust this key?',
    trustDetail:
      'The bundle “{title}” says that it comes from {publisher}. It was signed with this key:\n\n' +
      'Key {keyId}\nFingerprint\n{fingerprint}\n\n' +
      'Compare the fingerprint with the one that the publisher gives on another way: a letter, a telephone call, their own ' +
      'pages. Somebody who changed the bundle would bring a key of their own.\n\n' +
      'From then on Lectern shows what this key signs as signed by a publisher you trust, and warns you when a later copy ' +
      'of this bundle is not signed by it.',
    trustBefore:
      'Take care: the copy of this bundle that you read before was signed by another key, {keyId}, of {publisher}.\n\n',
    trustYes: 'Trust this key',
    distrust: 'No longer trust this key?',
    distrustDetail:
      'Key {keyId} of {publisher}\nFingerprint\n{fingerprint}\n\n' +
      'Bundles that it signed can still be read; they are shown as signed by an unknown key. Lectern no longer warns when ' +
      'a copy of them is not signed.',
    distrustYes: 'Remove',
  },
  paper: { page: 'Page', of: 'of' },
} as const
