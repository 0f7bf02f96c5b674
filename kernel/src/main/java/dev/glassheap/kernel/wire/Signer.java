package dev.glassheap.kernel.wire;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs messages and checks signatures: the HMAC over the four JSON frames as they travel, in lower-case hexadecimal digits.
 *
 * <p>An empty key turns signing off: signatures are empty then, and any is accepted.
 */
final class Signer {

    private static final HexFormat HEX = HexFormat.of();

    private final Optional<Mac> mac;

    /**
     * A signer for this key.
     *
     * @param scheme {@code hmac-} and the name of a hash, e.g. {@code hmac-sha256}
     * @throws IllegalArgumentException when there is no such scheme
     */
    Signer(String scheme, String key) {
        mac = key.isEmpty() ? Optional.empty() : Optional.of(macOf(scheme, key));
    }

    private static Mac macOf(String scheme, String key) {
        if (!scheme.startsWith("hmac-")) {
            throw new IllegalArgumentException("unknown signature scheme " + scheme);
        }
        String algorithm = "Hmac" + scheme.substring("hmac-".length()).replace("-", "");
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), algorithm));
            return mac;
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalArgumentException("unknown signature scheme " + scheme, e);
        }
    }

    boolean isOn() {
        return mac.isPresent();
    }

    /** The signature of these frames. */
    byte[] sign(List<byte[]> frames) {
        return mac.map(on -> HEX.formatHex(digest(on, frames)).getBytes(StandardCharsets.US_ASCII))
                .orElseGet(() -> new byte[0]);
    }

    /** Whether this is the signature of these frames. Takes the same time wherever the first difference is. */
    boolean accepts(byte[] signature, List<byte[]> frames) {
        return !isOn() || MessageDigest.isEqual(sign(frames), signature);
    }

    private static byte[] digest(Mac mac, List<byte[]> frames) {
        synchronized (mac) {
            frames.forEach(mac::update);
            return mac.doFinal();
        }
    }
}
