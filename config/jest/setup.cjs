const { setup } = require('@sa11y/jest');

setup();

afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
});
