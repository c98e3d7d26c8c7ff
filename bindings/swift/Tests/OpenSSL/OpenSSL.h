// What a made-up telephone on Linux needs of OpenSSL: keys on P-256, ECDSA, AES-GCM, SHA-256.
#include <openssl/ec.h>
#include <openssl/evp.h>
